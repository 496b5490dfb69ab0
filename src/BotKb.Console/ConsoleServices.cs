using System.Net;
using BotKb.WebConsole.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MudBlazor.Services;
using Npgsql;

namespace BotKb.WebConsole;

/// <summary>Registers the web console. The core's own parts (knowledge, access) are registered elsewhere.</summary>
public static class ConsoleServices
{
    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(8);

    /// <summary>Adds pages, sign-in and protection, with the settings in <c>Console</c>.</summary>
    public static IServiceCollection AddBotKbConsole(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddConsoleAccounts(configuration);
        var section = configuration.GetSection(ConsoleOptions.Section);
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddHttpContextAccessor();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "botkb-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddDataProtection().SetApplicationName("botkb");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new PostgresKeys(provider.GetRequiredService<NpgsqlDataSource>())));
        services.AddSignIn(section.Get<ConsoleOptions>() ?? new ConsoleOptions());
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ConsoleOptions>>((forwarded, console) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in console.Value.Proxies)
            {
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
        return services;
    }

    /// <summary>Adds what a command needs of the console's accounts: the options and the stored form of passwords.</summary>
    public static IServiceCollection AddConsoleAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ConsoleOptions>().Bind(configuration.GetSection(ConsoleOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ConsoleOptions>, ConsoleOptionsValidator>();
        services.AddSingleton<AccountPasswords>();
        return services;
    }

    private static void AddSignIn(this IServiceCollection services, ConsoleOptions options)
    {
        services.AddSingleton<SignInLimits>().AddSingleton<PasswordSignIn>().AddSingleton<PasswordChange>().AddSingleton<CookieSession>();
        services.AddScoped<CurrentAccount>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SessionRevalidation>();
        var authentication = services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "botkb-session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.CookieManager = new HostPrefixCookies();
            cookie.ExpireTimeSpan = SessionLength;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = ConsolePaths.SignIn;
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.EventsType = typeof(CookieSession);
        });

        // A wrong setting is said by the validator, in a sentence, before the first request.
        if (options.OpenIdConnect.IsOn && Uri.TryCreate(options.OpenIdConnect.Authority, UriKind.Absolute, out _))
        {
            authentication.AddOpenIdConnect(
                ExternalSignIn.Scheme, openId => ExternalSignIn.Configure(openId, options.OpenIdConnect));
        }

        // What says nothing about who may see it is for nobody who is not signed in.
        services.AddAuthorizationBuilder().SetFallbackPolicy(
            new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }
}
