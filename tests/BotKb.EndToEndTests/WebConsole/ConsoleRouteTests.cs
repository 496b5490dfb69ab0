using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using BotKb.Access;
using BotKb.EndToEndTests.Chat;
using BotKb.Simulators.People;
using BotKb.WebConsole;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace BotKb.EndToEndTests.WebConsole;

/// <summary>How the console's pages are protected.</summary>
[Collection(typeof(OneChatSite))]
public sealed partial class ConsoleRouteTests(ChatSite site)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Admin_pages_are_for_admins() =>
        typeof(ConsoleServices).Assembly.GetTypes()
            .Where(type => type.GetCustomAttributes<RouteAttribute>()
                .Any(route => route.Template.StartsWith("/admin/", StringComparison.Ordinal)))
            .ShouldAllBe(page => page.GetCustomAttributes<AuthorizeAttribute>().Any(rule => rule.Roles == AccountRole.Admin)
                && !page.IsDefined(typeof(AllowAnonymousAttribute)));

    [Fact]
    public async Task One_time_password_opens_nothing_before_it_is_changed()
    {
        var email = $"{Guid.NewGuid():n}@example.com";
        await site.NewAccountAsync(email, AccountRole.Admin, hasOwnPassword: false, Cancellation);
        using var newcomer = await site.SignInAsync(email, Cancellation);

        using var gated = await newcomer.GetAsync("admin/members", Cancellation);
        using var tooShort = await newcomer.ChangePasswordAsync(ChatProgram.Password, "short", Cancellation);
        using var changed = await newcomer.ChangePasswordAsync(ChatProgram.Password, "four words nobody combines", Cancellation);
        using var open = await newcomer.GetAsync("admin/members", Cancellation);

        gated.Headers.Location!.OriginalString.ShouldEndWith("/change-password");
        tooShort.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (changed.StatusCode, open.StatusCode).ShouldBe((HttpStatusCode.Found, HttpStatusCode.OK));
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/language")]
    public async Task Form_of_another_site_is_refused(string address)
    {
        using var browser = new ConsoleClient(site.Host.Address);

        using var answer = await browser.ForgeAsync(address, [new("_handler", "sign-in"), new("language", "zh")], Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Unknown_email_and_wrong_password_get_the_same_answer()
    {
        var email = $"{Guid.NewGuid():n}@example.com";
        await site.NewAccountAsync(email, AccountRole.Member, hasOwnPassword: true, Cancellation);
        using var browser = new ConsoleClient(site.Host.Address);

        using var unknown = await browser.TrySignInAsync("nobody@example.com", "wrong password", Cancellation);
        using var wrong = await browser.TrySignInAsync(email, "wrong password", Cancellation);

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
        using var browser = new ConsoleClient(site.Host.Address);

        using var answer = await browser.GetAsync(address, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [GeneratedRegex("<p class=\"message error\".*?</p>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Message();
}
