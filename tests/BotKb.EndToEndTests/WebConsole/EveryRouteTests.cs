using System.Net;
using System.Text.RegularExpressions;
using BotKb.Access;
using BotKb.EndToEndTests.Chat;
using BotKb.Host.Commands;
using BotKb.Host.Serving;
using BotKb.Simulators.People;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace BotKb.EndToEndTests.WebConsole;

/// <summary>Every route that the host says it has is called by everybody who there is.</summary>
[Collection(typeof(OneChatSite))]
public sealed partial class EveryRouteTests(ChatSite site)
{
    private const string Missing = "987654321";
    private const string MissingFile = "nothing.js";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_answers_only_who_may_have_its_answer()
    {
        var routes = await RoutesAsync();
        using var member = await site.NewPersonAsync(AccountRole.Member, Cancelled);
        using var newcomer = await NewcomerAsync();
        using var anonymous = new ConsoleClient(site.Host.Address);
        (Callers Caller, ConsoleClient Client)[] callers =
            [(Callers.Admin, site.Admin), (Callers.Member, member.Client), (Callers.Newcomer, newcomer), (Callers.Anonymous, anonymous)];
        var wrong = new List<string>();

        foreach (var (route, (caller, client)) in routes.SelectMany(_ => callers, (route, caller) => (route, caller)))
        {
            if (await ProblemAsync(route, caller, client) is { } problem)
            {
                wrong.Add($"{route} as {caller}: {problem}");
            }
        }

        wrong.ShouldBeEmpty();
        RouteExpectations.Routes.Except(routes).ShouldBeEmpty("expected, but no route");
    }

    private static async Task<string?> ProblemAsync(string route, Callers caller, ConsoleClient client)
    {
        if (RouteExpectations.Of(route) is not { } expected)
        {
            return "nothing is said about who may have its answer";
        }

        var (method, pattern) = (route[..route.IndexOf(' ')], route[(route.IndexOf(' ') + 1)..]);
        using var request = new HttpRequestMessage(
            new HttpMethod(method), Parameter().Replace(pattern, pattern.Contains("**", StringComparison.Ordinal) ? MissingFile : Missing));
        using var answer = await client.SendAsync(request, Cancelled);
        return answer.StatusCode < HttpStatusCode.InternalServerError && IsAnswer(answer, pattern) == expected.HasFlag(caller)
            ? null
            : $"{(int)answer.StatusCode} {answer.Headers.Location}";
    }

    // To be sent to the sign-in, or to the change of the password, is none.
    private static bool IsAnswer(HttpResponseMessage answer, string pattern) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => false,
        HttpStatusCode.Found => answer.Headers.Location!.OriginalString is var address
            && !address.Contains("/sign-in?", StringComparison.Ordinal)
            && (pattern == "/change-password" || !address.EndsWith("/change-password", StringComparison.Ordinal)),
        _ => true,
    };

    private async Task<ConsoleClient> NewcomerAsync()
    {
        var email = $"{Guid.NewGuid():n}@example.com";
        await site.NewAccountAsync(email, AccountRole.Admin, hasOwnPassword: false, Cancelled);
        return await site.SignInAsync(email, Cancelled);
    }

    // As "METHOD /pattern", from the routing of a host that is built like the one that runs.
    private async Task<IReadOnlyList<string>> RoutesAsync()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:BotKb"] = site.Program.BotKb.Lease.ConnectionString,
            ["State:Folder"] = site.Program.BotKb.NewFolder(),
        }).Build();
        await using var session = await CommandSession.OpenAsync(settings, Cancelled);
        await using var app = WebHost.Build(session, "http://127.0.0.1:0");
        return
        [
            .. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
                .SelectMany(route => MethodsOf(route).Select(method => $"{method} /{route.RoutePattern.RawText!.TrimStart('/')}"))
                .Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> MethodsOf(RouteEndpoint route) =>
        route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"];

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
