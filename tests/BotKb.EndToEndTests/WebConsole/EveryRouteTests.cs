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

/// <summary>Every route that the host has, as it says itself, is called by everybody who there is.</summary>
[Collection(typeof(OneChatSite))]
public sealed partial class EveryRouteTests(ChatSite site)
{
    private const string Missing = "987654321";

    private static readonly IReadOnlyDictionary<string, Caller> MayHaveAnswer = new Dictionary<string, Caller>(StringComparer.Ordinal)
    {
        ["GET /health/ready"] = Caller.Anonymous,
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_answers_only_who_may_have_its_answer()
    {
        var routes = await RoutesAsync();
        await File.WriteAllLinesAsync("/tmp/badinput.routes", routes, Cancelled);
        using var member = await site.NewPersonAsync(AccountRole.Member, Cancelled);
        using var newcomer = await NewcomerAsync();
        using var anonymous = new ConsoleClient(site.Host.Address);
        (Caller Caller, ConsoleClient Client)[] callers =
            [(Caller.Admin, site.Admin), (Caller.Member, member.Client), (Caller.Newcomer, newcomer), (Caller.Anonymous, anonymous)];
        var wrong = new List<string>();

        foreach (var route in routes)
        {
            foreach (var (caller, client) in callers)
            {
                var problem = await ProblemAsync(route, caller, client);
                if (problem is not null)
                {
                    wrong.Add($"{route} as {caller}: {problem}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        MayHaveAnswer.Keys.Except(routes).ShouldBeEmpty("expected, but no route");
    }

    private static async Task<string?> ProblemAsync(string route, Caller caller, ConsoleClient client)
    {
        var (method, pattern) = (route[..route.IndexOf(' ')], route[(route.IndexOf(' ') + 1)..]);
        if (ExpectationOf(route) is not { } expected)
        {
            return "nothing is said about who may have its answer";
        }

        using var request = new HttpRequestMessage(new HttpMethod(method), Parameter().Replace(pattern, Missing));
        using var answer = await client.SendAsync(request, Cancelled);
        var isAnswered = IsAnswer(answer, pattern);
        return isAnswered == caller <= expected ? null : $"{(int)answer.StatusCode} {answer.Headers.Location}";
    }

    // The same for everybody: scripts and styles.
    private static Caller? ExpectationOf(string route) =>
        MayHaveAnswer.TryGetValue(route, out var expected) ? expected
        : Asset().IsMatch(route) ? Caller.Anonymous
        : null;

    private static bool IsAnswer(HttpResponseMessage answer, string pattern) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => false,
        HttpStatusCode.Found => !answer.Headers.Location!.OriginalString.Contains("/sign-in?", StringComparison.Ordinal)
            && (!answer.Headers.Location.OriginalString.EndsWith("/change-password", StringComparison.Ordinal) || pattern == "/change-password"),
        HttpStatusCode.InternalServerError => throw new InvalidOperationException($"{pattern} failed."),
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

    [GeneratedRegex(@"^(GET|HEAD) /(_content|_framework)/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asset();
}
