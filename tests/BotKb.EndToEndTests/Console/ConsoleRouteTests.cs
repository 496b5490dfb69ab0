using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using BotKb.Access;
using BotKb.WebConsole;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace BotKb.EndToEndTests.WebConsole;

/// <summary>Every page that there is, asked for by everybody who there is.</summary>
public sealed partial class ConsoleRouteTests(ConsoleHost host) : IClassFixture<ConsoleHost>
{
    private static readonly Type[] Pages =
        [.. typeof(ConsoleServices).Assembly.GetTypes().Where(type => type.GetCustomAttributes<RouteAttribute>().Any())];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_answers_only_who_may_see_it()
    {
        using var anonymous = new ConsoleBrowser(host.Address);
        using var member = new ConsoleBrowser(host.Address);
        using var admin = new ConsoleBrowser(host.Address);
        await ShouldBeGatedUntilThePasswordIsChanged(admin);
        (await member.SignInAsync(ConsoleHost.Member, ConsoleHost.Password, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.Found);

        foreach (var page in Pages)
        {
            var open = page.IsDefined(typeof(AllowAnonymousAttribute));
            var forAdmins = page.GetCustomAttributes<AuthorizeAttribute>().Any(rule => rule.Roles == AccountRole.Admin);
            foreach (var address in page.GetCustomAttributes<RouteAttribute>().Select(route => Parameter().Replace(route.Template, "1")))
            {
                (await IsShownAsync(anonymous, address)).ShouldBe(open, $"anonymous {address}");
                (await IsShownAsync(member, address)).ShouldBe(open || !forAdmins, $"member {address}");
                (await IsShownAsync(admin, address)).ShouldBe(true, $"admin {address}");
            }
        }
    }

    [Fact]
    public void Admin_pages_are_for_admins() =>
        Pages.Where(page => page.GetCustomAttributes<RouteAttribute>()
                .Any(route => route.Template.StartsWith("/admin/", StringComparison.Ordinal)))
            .ShouldAllBe(page => page.GetCustomAttributes<AuthorizeAttribute>().Any(rule => rule.Roles == AccountRole.Admin)
                && !page.IsDefined(typeof(AllowAnonymousAttribute)));

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/language")]
    public async Task Form_of_another_site_is_refused(string address)
    {
        using var browser = new ConsoleBrowser(host.Address);

        using var answer = await browser.ForgeAsync(
            address, new Dictionary<string, string> { ["_handler"] = "sign-in", ["language"] = "zh" }, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Unknown_email_and_wrong_password_get_the_same_answer()
    {
        using var browser = new ConsoleBrowser(host.Address);

        using var unknown = await browser.SignInAsync("nobody@example.com", "wrong password", Cancellation);
        using var wrong = await browser.SignInAsync(ConsoleHost.Member, "wrong password", Cancellation);

        (unknown.StatusCode, wrong.StatusCode).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized));
        Message().Match(await unknown.Content.ReadAsStringAsync(Cancellation)).Value
            .ShouldBe(Message().Match(await wrong.Content.ReadAsStringAsync(Cancellation)).Value);
    }

    [Theory]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.js")]
    [InlineData("/_content/BotKb.Console/console.css")]
    [InlineData("/sign-in")]
    public async Task Everything_comes_from_this_host_with_its_protection(string address)
    {
        using var browser = new ConsoleBrowser(host.Address);

        using var answer = await browser.GetAsync(address, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    private static async Task<bool> IsShownAsync(ConsoleBrowser browser, string address)
    {
        using var answer = await browser.GetAsync(address, Cancellation);
        answer.StatusCode.ShouldBeOneOf(
            HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Found, HttpStatusCode.Forbidden);

        // Whoever is signed in already is sent on from the sign-in.
        return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound
            || (answer.StatusCode == HttpStatusCode.Found
                && !answer.Headers.Location!.OriginalString.Contains("/sign-in", StringComparison.Ordinal));
    }

    private async Task ShouldBeGatedUntilThePasswordIsChanged(ConsoleBrowser admin)
    {
        using var signedIn = await admin.SignInAsync(host.Admin, host.OneTimePassword, Cancellation);
        using var gated = await admin.GetAsync("/admin/members", Cancellation);
        gated.Headers.Location!.OriginalString.ShouldEndWith("/change-password");
        using var tooShort = await admin.ChangePasswordAsync(host.OneTimePassword, "short", Cancellation);
        tooShort.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var changed = await admin.ChangePasswordAsync(host.OneTimePassword, ConsoleHost.Password, Cancellation);
        changed.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("<p class=\"message error\".*?</p>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Message();
}
