using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotKb.Access;

/// <summary>Registers the readers, their groups and the accounts.</summary>
public static class AccessServices
{
    /// <summary>Adds <see cref="ReaderLookup"/>, with the groups of <c>Access:Groups</c>, and the accounts of the console.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccessOptions>().Bind(configuration.GetSection(AccessOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptionsValidator>();
        services.AddSingleton<ReaderLookup>();
        services.AddSingleton<AccountCatalog>();
        services.AddSingleton<SignInLedger>();
        services.AddSingleton<FirstAdmin>();
        return services;
    }
}
