namespace BotKb.Models;

/// <summary>How long a model may be silent: until its first token, between two, and until its end.</summary>
internal sealed class Patience : IDisposable
{
    private readonly TimeSpan _idle;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _whole;
    private readonly CancellationTokenSource _all;

    /// <summary>Begins to wait for the first token, of which some time is spent already.</summary>
    public Patience(ModelOptions options, TimeSpan spent, TimeProvider time, CancellationToken cancellationToken)
    {
        _idle = TimeSpan.FromSeconds(options.IdleSeconds);
        _silence = new CancellationTokenSource(Left(options.FirstTokenSeconds, spent), time);
        _whole = new CancellationTokenSource(Left(options.TimeoutSeconds, spent), time);
        _all = CancellationTokenSource.CreateLinkedTokenSource(_silence.Token, _whole.Token, cancellationToken);
    }

    /// <summary>Cancelled when the time is up, or by the caller.</summary>
    public CancellationToken Token => _all.Token;

    /// <summary>A token came: the next one has its own time.</summary>
    public void Renew() => _silence.CancelAfter(_idle);

    /// <inheritdoc/>
    public void Dispose()
    {
        _all.Dispose();
        _silence.Dispose();
        _whole.Dispose();
    }

    private static TimeSpan Left(double seconds, TimeSpan spent)
    {
        var left = TimeSpan.FromSeconds(seconds) - spent;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
