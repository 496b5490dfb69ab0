using BotKb.WebConsole.Accounts;
using BotKb.WebConsole.Texts;
using Microsoft.AspNetCore.Components;

namespace BotKb.WebConsole.Frame;

/// <summary>
/// A live page. What it does goes through <see cref="ActAsync"/>, which asks for the account's rights each time and turns a known failure
/// into <see cref="Problem"/>.
/// </summary>
public abstract class ConsolePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private string? _away;

    [Inject]
    public required CurrentAccount Account { get; set; }

    /// <summary>The texts in the person's language.</summary>
    [CascadingParameter]
    public required ConsoleTexts Texts { get; set; }

    /// <summary>What went wrong with the last action; null where nothing did.</summary>
    protected string? Problem { get; set; }

    /// <summary>True while an action runs.</summary>
    protected bool Busy { get; private set; }

    /// <summary>Ends when the person leaves the page.</summary>
    protected CancellationToken Gone => _gone.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs an action if the account has the role now; the exceptions of a missing right go to the frame.</summary>
    /// <returns>False where it failed; <see cref="Problem"/> says why.</returns>
    protected async Task<bool> ActAsync(string? role, Func<SignedIn, CancellationToken, Task> action)
    {
        if (Busy)
        {
            return false;
        }

        Busy = true;
        Problem = null;
        try
        {
            await action(await Account.RequireAsync(role, Gone), Gone);
            return Problem is null;
        }
        catch (Exception exception) when (FailureSentence.Of(exception, Texts) is { } sentence)
        {
            Problem = sentence;
            return false;
        }
        finally
        {
            Busy = false;
        }
    }

    /// <summary>Reads again twice a second until the person leaves; a database that is away is asked again.</summary>
    /// <param name="role">The role that the page needs.</param>
    /// <param name="readAsync">Reads; true where something has changed and the page must be drawn.</param>
    protected async Task FollowAsync(string role, Func<CancellationToken, Task<bool>> readAsync)
    {
        using var clock = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        try
        {
            while (await clock.WaitForNextTickAsync(Gone))
            {
                await ReadOnceAsync(role, readAsync);
            }
        }
        catch (OperationCanceledException) when (Gone.IsCancellationRequested)
        {
            // The person has left.
        }
        catch (Exception exception) when (exception is SessionEndedException or RoleMissingException)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    /// <summary>Lets go of what the page holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_gone.IsCancellationRequested)
        {
            _gone.Cancel();
            _gone.Dispose();
        }
    }

    private async Task ReadOnceAsync(string role, Func<CancellationToken, Task<bool>> readAsync)
    {
        try
        {
            await Account.RequireAsync(role, Gone);
            var changed = await readAsync(Gone);
            var back = _away is not null && Problem == _away;
            Problem = back ? null : Problem;
            _away = null;
            if (changed || back)
            {
                StateHasChanged();
            }
        }
        catch (Exception exception) when (
            exception is not OperationCanceledException && FailureSentence.Of(exception, Texts) is { } sentence)
        {
            _away = Problem = sentence;
            StateHasChanged();
        }
    }
}
