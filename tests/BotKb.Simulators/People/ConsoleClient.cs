using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BotKb.Simulators.People;

/// <summary>
/// A person's browser without a screen: cookies, forms and the chat's API. It goes where an answer sends it only when it is told to.
/// </summary>
public sealed partial class ConsoleClient : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly CookieContainer _cookies = new();
    private HttpClient _http;
    private string? _token;

    public ConsoleClient(Uri address) => _http = Client(address);

    /// <summary>Goes on with the same session at another address, as after a restart.</summary>
    public void MoveTo(Uri address)
    {
        var old = _cookies.GetAllCookies();
        _http.Dispose();
        foreach (Cookie cookie in old)
        {
            _cookies.Add(address, new Cookie(cookie.Name, cookie.Value) { HttpOnly = cookie.HttpOnly });
        }

        _http = Client(address);
    }

    /// <summary>Signs in and changes the one-time password.</summary>
    public async Task SignInFirstAsync(OneTimeSignIn first, string password, CancellationToken cancellationToken)
    {
        await SignInAsync(first.Email, first.Password, cancellationToken);
        using var changed = await ChangePasswordAsync(first.Password, password, cancellationToken);
        Accepted(changed);
    }

    /// <summary>Signs in.</summary>
    /// <exception cref="HttpRequestException">The host refuses.</exception>
    public async Task SignInAsync(string email, string password, CancellationToken cancellationToken)
    {
        using var signedIn = await TrySignInAsync(email, password, cancellationToken);
        Accepted(signedIn);
    }

    /// <summary>Sends the form of the sign-in.</summary>
    public Task<HttpResponseMessage> TrySignInAsync(string email, string password, CancellationToken cancellationToken) =>
        SubmitAsync("sign-in", "sign-in", [new("Form.Email", email), new("Form.Password", password)], cancellationToken);

    /// <summary>Sends the form that changes the password.</summary>
    public Task<HttpResponseMessage> ChangePasswordAsync(string current, string wanted, CancellationToken cancellationToken) => SubmitAsync(
        "change-password", "change-password",
        [new("Form.Current", current), new("Form.New", wanted), new("Form.Repeat", wanted)], cancellationToken);

    /// <summary>Sends a form without the token that its page carries.</summary>
    public async Task<HttpResponseMessage> ForgeAsync(
        string path, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await _http.PostAsync(path, form, cancellationToken);
    }

    public Task<HttpResponseMessage> GetAsync(string path, CancellationToken cancellationToken) =>
        _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public async Task<JsonElement> GetJsonAsync(string path, CancellationToken cancellationToken) =>
        await _http.GetFromJsonAsync<JsonElement>(path, cancellationToken);

    /// <summary>Sends any request as it is.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    /// <summary>Sends content with the token against forged requests.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("RequestVerificationToken", await TokenAsync(cancellationToken));
        return await _http.SendAsync(request, cancellationToken);
    }

    /// <summary>Sends JSON with the token against forged requests.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, object body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, JsonContent.Create(body), cancellationToken);

    /// <summary>Asks; the same message id asks once.</summary>
    /// <exception cref="HttpRequestException">The host refuses.</exception>
    public async Task<(long Conversation, long Turn)> AskAsync(
        string text, long knowledgeBase, CancellationToken cancellationToken, long? conversation = null, string? messageId = null)
    {
        using var sent = await PostAsync(
            "api/chat/messages",
            new { conversation, messageId = messageId ?? Guid.NewGuid().ToString(), text, knowledgeBases = new[] { knowledgeBase } },
            cancellationToken);
        if (!sent.IsSuccessStatusCode)
        {
            throw new HttpRequestException(await sent.Content.ReadAsStringAsync(cancellationToken), null, sent.StatusCode);
        }

        var receipt = await sent.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return (receipt.GetProperty("conversation").GetInt64(), receipt.GetProperty("turn").GetInt64());
    }

    /// <summary>The turns of a conversation.</summary>
    public async Task<IReadOnlyList<ShownReply>> TurnsAsync(long conversation, CancellationToken cancellationToken) =>
    [
        .. (await GetJsonAsync($"api/chat/conversations/{conversation}", cancellationToken)).GetProperty("turns").EnumerateArray()
            .Select(turn => ShownReply.Of(turn.GetProperty("id").GetInt64(), turn.GetProperty("reply"))),
    ];

    /// <summary>The turns of a conversation once each has its end.</summary>
    public async Task<IReadOnlyList<ShownReply>> AnswersAsync(long conversation, CancellationToken cancellationToken)
    {
        using var clock = new PeriodicTimer(Look);
        while (true)
        {
            var turns = await TurnsAsync(conversation, cancellationToken);
            if (turns.All(turn => turn.HasEnded))
            {
                return turns;
            }

            await clock.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>The replies of a conversation as they change.</summary>
    public async IAsyncEnumerable<ShownReply> EventsAsync(long conversation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await GetAsync($"api/chat/conversations/{conversation}/events", cancellationToken);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                var shown = JsonSerializer.Deserialize<JsonElement>(line["data:".Length..]);
                yield return ShownReply.Of(shown.GetProperty("turn").GetInt64(), shown.GetProperty("reply"));
            }
        }
    }

    /// <summary>The token that goes with requests that change something.</summary>
    public async Task<string> TokenAsync(CancellationToken cancellationToken) =>
        _token ??= (await GetJsonAsync("api/antiforgery", cancellationToken)).GetProperty("token").GetString()!;

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SubmitAsync(
        string page, string form, KeyValuePair<string, string>[] fields, CancellationToken cancellationToken)
    {
        var html = await _http.GetStringAsync(page, cancellationToken);
        var token = Token().Match(html).Groups["token"].Value;
        _token = null;
        return await ForgeAsync(page, [new("_handler", form), new("__RequestVerificationToken", token), .. fields], cancellationToken);
    }

    // Whoever is in is sent on to another page.
    private static void Accepted(HttpResponseMessage answer)
    {
        if (answer.StatusCode != HttpStatusCode.Found)
        {
            throw new HttpRequestException($"The form was refused ({answer.StatusCode}).", null, answer.StatusCode);
        }
    }

    private HttpClient Client(Uri address) =>
        new(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = address };

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
