using BotKb.Access;
using BotKb.Conversations;
using Microsoft.JSInterop;

namespace BotKb.WebConsole.Chat;

/// <summary>What a person does on the page.</summary>
public sealed partial class ChatPage
{
    // Questions that are sent quickly one after the other are accepted in that order.
    private readonly SemaphoreSlim _sending = new(1);
    private bool _isChosen;

    /// <summary>Called by the script: a question is sent, perhaps again.</summary>
    /// <returns>True once it is accepted; else the browser keeps the words.</returns>
    [JSInvokable]
    public async Task<bool> SendAsync(Guid messageId, string text)
    {
        if (_thread.IsMissing || _knowledgeBase is not { } knowledgeBase || string.IsNullOrWhiteSpace(text) || text.Length > WebChat.LongestQuestion)
        {
            return false;
        }

        var (thread, question) = (_thread, new SentQuestion(messageId, text));
        thread.Send(question);
        StateHasChanged();
        try
        {
            return await ActAsync(Texts.NotSent, reader => AcceptAsync(thread, question, knowledgeBase, reader));
        }
        finally
        {
            thread.TakeBack(question);
            StateHasChanged();
        }
    }

    /// <summary>Called by the script with a question that is too long for one message of the circuit.</summary>
    [JSInvokable]
    public async Task<bool> SendLongAsync(Guid messageId, IJSStreamReference text)
    {
        await using var stream = await text.OpenReadStreamAsync(WebChat.LongestQuestion * 4L, _leaving.Token);
        using var words = new StreamReader(stream);
        return await SendAsync(messageId, await words.ReadToEndAsync(_leaving.Token));
    }

    /// <summary>Called by the script: a question is too long to be sent.</summary>
    [JSInvokable]
    public void RefuseLong()
    {
        _problem = CitationLabel.Fill(Texts.TooLong, WebChat.LongestQuestion);
        StateHasChanged();
    }

    /// <summary>Called by the script: the answer that is under way is to stop.</summary>
    [JSInvokable]
    public Task StopRunningAsync() => _thread.Open is { } turn ? StopAsync(turn.Id) : Task.CompletedTask;

    private async Task AcceptAsync(ChatThread thread, SentQuestion question, long knowledgeBase, Reader reader)
    {
        await _sending.WaitAsync(_leaving.Token);
        try
        {
            var email = reader.Email ?? "";
            thread.Key ??= WebChat.NewKey(email, question.MessageId);

            // Once it is sent it is accepted, also when the person leaves the page at once.
            var receipt = await inbox.AcceptAsync(
                new IncomingMessage(
                    WebChat.Channel, "", question.MessageId.ToString(), thread.Key, email, email, email, question.Text, [knowledgeBase]),
                CancellationToken.None);
            var isFirst = thread.Id is null;
            thread.Accept(question, receipt, [knowledgeBase]);
            if (isFirst && thread == _thread)
            {
                StartFollowing(thread, _thisThread.Token);
                navigation.NavigateTo($"chat/{receipt.ConversationId}", replace: true);
            }
        }
        finally
        {
            if (!_leaving.IsCancellationRequested)
            {
                _sending.Release();
            }
        }

        await RememberAsync(knowledgeBase);
        await ListAsync(reader, _leaving.Token);
    }

    private async Task RememberAsync(long knowledgeBase)
    {
        if (_attached is not null)
        {
            await _attached.InvokeVoidAsync("remember", _leaving.Token, knowledgeBase);
        }
    }

    private async Task StopAsync(long turnId)
    {
        if (_thread.Id is { } conversation)
        {
            await ActAsync(Texts.Away, _ => inbox.StopAsync(conversation, turnId, _leaving.Token));
        }
    }

    private async Task<bool> RateAsync(long turnId, int given, string comment)
    {
        var isKept = false;
        await ActAsync(Texts.NotKept, async reader => isKept = await rating.RunAsync(turnId, reader.Email ?? "", given, comment, _leaving.Token));
        if (isKept)
        {
            _thread.Rate(turnId, given);
        }

        return isKept;
    }

    private async Task DeleteAsync(long conversation)
    {
        var isDone = await ActAsync(Texts.Away, async reader =>
        {
            await catalog.DeleteAsync(WebChat.Channel, reader.Email ?? "", conversation, _leaving.Token);
            await ListAsync(reader, _leaving.Token);
        });
        if (isDone && conversation == _thread.Id)
        {
            navigation.NavigateTo("chat");
        }
    }

    private async Task MoreAsync()
    {
        _listed += ListedAtOnce;
        await ActAsync(Texts.Away, reader => ListAsync(reader, _leaving.Token));
    }

    // Who the person is, is asked each time; an ended session goes to the frame.
    private async Task<bool> ActAsync(string sentence, Func<Reader, Task> act)
    {
        try
        {
            await act(await current.GetAsync(_leaving.Token));
            _problem = null;
            return true;
        }
        catch (Exception) when (_leaving.IsCancellationRequested)
        {
            // Nobody is there to be told; what was accepted stays accepted.
        }
        catch (Exception exception) when (ChatFailure.IsPassing(exception))
        {
            _problem = sentence;
        }
        catch (BotKbException)
        {
            _problem = Texts.NotFound;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await DispatchExceptionAsync(exception);
        }

        return false;
    }
}
