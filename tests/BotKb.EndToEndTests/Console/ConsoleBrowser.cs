using System.Net;
using System.Text.RegularExpressions;

namespace BotKb.EndToEndTests.WebConsole;

/// <summary>A browser without scripts: cookies, forms and addresses.</summary>
internal sealed partial class ConsoleBrowser : IDisposable
{
    private readonly HttpClient _client;

    public ConsoleBrowser(Uri host) => _client = new HttpClient(
        new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = host };

    public Task<HttpResponseMessage> GetAsync(string address, CancellationToken cancellationToken) =>
        _client.GetAsync(new Uri(address, UriKind.Relative), cancellationToken);

    /// <summary>Sends a form of a page, with the token that the page carries.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(
        string page, string handler, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        var html = await _client.GetStringAsync(new Uri(page, UriKind.Relative), cancellationToken);
        using var form = new FormUrlEncodedContent(fields
            .Append(new("_handler", handler)).Append(new("__RequestVerificationToken", Token().Match(html).Groups["token"].Value)));
        return await _client.PostAsync(new Uri(page, UriKind.Relative), form, cancellationToken);
    }

    /// <summary>Sends a form without a token.</summary>
    public async Task<HttpResponseMessage> ForgeAsync(
        string address, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await _client.PostAsync(new Uri(address, UriKind.Relative), form, cancellationToken);
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password, CancellationToken cancellationToken) => SubmitAsync(
        "/sign-in", "sign-in", new Dictionary<string, string> { ["Form.Email"] = email, ["Form.Password"] = password }, cancellationToken);

    public Task<HttpResponseMessage> ChangePasswordAsync(string current, string wanted, CancellationToken cancellationToken) => SubmitAsync(
        "/change-password",
        "change-password",
        new Dictionary<string, string> { ["Form.Current"] = current, ["Form.New"] = wanted, ["Form.Repeat"] = wanted },
        cancellationToken);

    public void Dispose() => _client.Dispose();

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
