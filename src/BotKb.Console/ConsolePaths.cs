using Microsoft.AspNetCore.Http;

namespace BotKb.WebConsole;

/// <summary>The addresses that more than one part has to know.</summary>
internal static class ConsolePaths
{
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string ExternalSignIn = "/sign-in/external";
    public const string ChangePassword = "/change-password";
    public const string Language = "/language";
    public const string Chat = "/chat";
    public const string Account = "/account";
    public const string KnowledgeBases = "/admin/knowledge-bases";
    public const string Members = "/admin/members";
    public const string Search = "/admin/search";
    public const string Index = "/admin/index";
    public const string Problem = "/problem";
    public const string Documents = "/documents/";

    /// <summary>True for what is the same for everybody: scripts, styles, pictures.</summary>
    public static bool IsAsset(PathString path) =>
        path.StartsWithSegments("/_content", StringComparison.Ordinal)
        || path.StartsWithSegments("/_framework", StringComparison.Ordinal);

    /// <summary>True for what programs call, and pages' scripts.</summary>
    public static bool IsApi(PathString path) => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the connection of a live page.</summary>
    public static bool IsCircuit(PathString path) => path.StartsWithSegments("/_blazor", StringComparison.Ordinal);

    /// <summary>True for what a browser shows as a page, and that can be sent to another one.</summary>
    public static bool IsForPeople(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !IsCircuit(request.Path) && !IsApi(request.Path);

    /// <summary>An address of this console; the start page for any other.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}
