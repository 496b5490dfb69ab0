using System.Text.RegularExpressions;

namespace BotKb.EndToEndTests.WebConsole;

/// <summary>Who may have the answer of each route. A route that nothing is said about here fails the test.</summary>
internal static partial class RouteExpectations
{
    private static readonly Dictionary<string, Callers> Known = new(StringComparer.Ordinal)
    {
        ["GET /"] = Callers.People,
        ["GET /health/ready"] = Callers.Everybody,
        ["GET /problem"] = Callers.Everybody,
        ["POST /problem"] = Callers.Everybody,
        ["GET /problem/{Code:int}"] = Callers.Everybody,
        ["POST /problem/{Code:int}"] = Callers.Everybody,

        ["GET /sign-in"] = Callers.Visitors,
        ["POST /sign-in"] = Callers.Visitors,
        ["GET /sign-in/external"] = Callers.Visitors,
        ["POST /sign-out"] = Callers.Everybody,
        ["POST /language"] = Callers.Everybody,
        ["GET /change-password"] = Callers.People | Callers.Newcomer,
        ["POST /change-password"] = Callers.People | Callers.Newcomer,
        ["GET /account"] = Callers.People,
        ["POST /account"] = Callers.People,

        ["GET /chat"] = Callers.People,
        ["POST /chat"] = Callers.People,
        ["GET /chat/{Id:long}"] = Callers.People,
        ["POST /chat/{Id:long}"] = Callers.People,
        ["GET /documents/{Id:long}"] = Callers.People,
        ["POST /documents/{Id:long}"] = Callers.People,
        ["GET /documents/{id:long}/original"] = Callers.People,

        ["GET /admin/knowledge-bases"] = Callers.Admin,
        ["POST /admin/knowledge-bases"] = Callers.Admin,
        ["GET /admin/knowledge-bases/{Id:long}"] = Callers.Admin,
        ["POST /admin/knowledge-bases/{Id:long}"] = Callers.Admin,
        ["GET /admin/members"] = Callers.Admin,
        ["POST /admin/members"] = Callers.Admin,
        ["GET /admin/index"] = Callers.Admin,
        ["POST /admin/index"] = Callers.Admin,
        ["GET /admin/search"] = Callers.Admin,
        ["POST /admin/search"] = Callers.Admin,

        ["GET /api/antiforgery"] = Callers.People,
        ["GET /api/chat/knowledge-bases"] = Callers.People,
        ["POST /api/chat/messages"] = Callers.People,
        ["GET /api/chat/conversations"] = Callers.People,
        ["GET /api/chat/conversations/{id:long}"] = Callers.People,
        ["DELETE /api/chat/conversations/{id:long}"] = Callers.People,
        ["GET /api/chat/conversations/{id:long}/events"] = Callers.People,
        ["POST /api/chat/conversations/{id:long}/turns/{turn:long}/stop"] = Callers.People,
        ["POST /api/chat/turns/{turn:long}/rating"] = Callers.People,

        ["GET /api/knowledge-bases/{knowledgeBaseId:long}/uploads/"] = Callers.Admin,
        ["POST /api/knowledge-bases/{knowledgeBaseId:long}/uploads/"] = Callers.Admin,
        ["DELETE /api/knowledge-bases/{knowledgeBaseId:long}/uploads/{uploadId:long}"] = Callers.Admin,

        ["GET /_blazor"] = Callers.People,
        ["POST /_blazor"] = Callers.People,
        ["GET /_blazor/negotiate"] = Callers.People,
        ["POST /_blazor/negotiate"] = Callers.People,
        ["GET /_blazor/disconnect/"] = Callers.People,
        ["POST /_blazor/disconnect/"] = Callers.People,
        ["GET /_blazor/initializers/"] = Callers.People,
        ["POST /_blazor/initializers/"] = Callers.People,

        // Leads on from a form that was sent by script; only to where this host sealed.
        ["GET /_framework/opaque-redirect"] = Callers.People | Callers.Newcomer,

        // A file that is none of the console's.
        ["GET /{**path:file}"] = Callers.People,
        ["HEAD /{**path:file}"] = Callers.People,
    };

    /// <summary>The routes that must be there, as "METHOD /pattern".</summary>
    public static IEnumerable<string> Routes => Known.Keys;

    /// <summary>Who may have its answer; null where nothing is said.</summary>
    public static Callers? Of(string route) =>
        Known.TryGetValue(route, out var expected) ? expected
        : Asset().IsMatch(route) ? Callers.Everybody
        : null;

    // Scripts and styles are the same for everybody.
    [GeneratedRegex("^(GET|HEAD) /(_content|_framework)/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asset();
}
