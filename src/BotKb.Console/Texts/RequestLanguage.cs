using BotKb.WebConsole.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BotKb.WebConsole.Texts;

/// <summary>The language of a request: what the account says, else the cookie, else what the browser asks for.</summary>
internal static class RequestLanguage
{
    public const string Cookie = "botkb-language";

    public static ConsoleTexts Of(HttpContext context) => ConsoleTexts.Of(
        ConsoleTexts.Known(CookieSession.Of(context)?.Language)
        ?? ConsoleTexts.Known(context.Request.Cookies[Cookie])
        ?? OfBrowser(context.Request.Headers.AcceptLanguage.ToString()));

    /// <summary>The wanted one of the console's languages, by an Accept-Language header.</summary>
    public static string OfBrowser(string header)
    {
        if (!StringWithQualityHeaderValue.TryParseList([header], out var wanted))
        {
            return "en";
        }

        return wanted.Where(value => value.Quality != 0).OrderByDescending(value => value.Quality ?? 1)
            .Select(value => value.Value.Value ?? "")
            .Select(value => value.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh"
                : value.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : null)
            .FirstOrDefault(language => language is not null) ?? "en";
    }
}
