using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BotKb.Simulators.People;

/// <summary>A person's browser without a screen: cookies, forms and the chat's API.</summary>
public sealed partial class ConsoleClient : IDisposable
{
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
        await SubmitAsync(
            "change-password", "change-password",
            [new("Form.Current", first.Password), new("Form.New", password), new("Form.Repeat", password)], cancellationToken);
    }

    public Task SignInAsync(string email, string password, CancellationToken cancellationToken) =>
        SubmitAsync("sign-in", "sign-in", [new("Form.Email", email), new("Form.Password", password)], cancellationToken);

    public Task<HttpResponseMessage> GetAsync(string path, CancellationToken cancellationToken) => _http.GetAsync(path, cancellationToken);

    public async Task<JsonElement> GetJsonAsync(string path, CancellationToken cancellationToken) =>
        await _http.GetFromJsonAsync<JsonElement>(path, cancellationToken);

    /// <summary>Asks; the same message id asks once.</summary>
    public async Task<(long Conversation, long Turn)> AskAsync(
        string text, long knowledgeBase, CancellationToken cancellationToken, long? conversation = null, string? messageId = null)
    {
        var sent = await PostAsync(
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

    /// <summary>Sends JSON with the token against forged requests.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("RequestVerificationToken", await TokenAsync(cancellationToken));
        return await _http.SendAsync(request, cancellationToken);
    }

    /// <summary>The turns of a conversation.</summary>
    public async Task<IReadOnlyList<ShownReply>> TurnsAsync(long conversation, CancellationToken cancellationToken) =>
    [
        .. (await GetJsonAsync($"api/chat/conversations/{conversation}", cancellationToken)).GetProperty("turns").EnumerateArray()
            .Select(turn => ShownReply.Of(turn.GetProperty("id").GetInt64(), turn.GetProperty("reply"))),
    ];

    /// <summary>The replies of a conversation as they change.</summary>
    public async IAsyncEnumerable<ShownReply> EventsAsync(
        long conversation, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(
            $"api/chat/conversations/{conversation}/events", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
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

    private async Task SubmitAsync(string page, string form, KeyValuePair<string, string>[] fields, CancellationToken cancellationToken)
    {
        var html = await _http.GetStringAsync(page, cancellationToken);
        var token = Token().Match(html).Groups["token"].Value;
        using var content = new FormUrlEncodedContent([new("_handler", form), new("__RequestVerificationToken", token), .. fields]);
        using var answer = await _http.PostAsync(page, content, cancellationToken);
        answer.EnsureSuccessStatusCode();
        _token = null;
    }

    private HttpClient Client(Uri address) => new(new SocketsHttpHandler { CookieContainer = _cookies }) { BaseAddress = address };

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
