using BotKb.Access;

namespace BotKb.WebConsole.Access;

/// <summary>Who uses the console now.</summary>
public interface ICurrentReader
{
    /// <summary>The reader that the signed-in account stands for.</summary>
    Task<Reader> GetAsync(CancellationToken cancellationToken);
}
