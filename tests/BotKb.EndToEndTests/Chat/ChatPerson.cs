using BotKb.Simulators.People;

namespace BotKb.EndToEndTests.Chat;

/// <summary>Somebody with an account.</summary>
/// <param name="Id">The account's row.</param>
/// <param name="Email">The account's e-mail.</param>
/// <param name="Client">The person's browser, signed in.</param>
internal sealed record ChatPerson(long Id, string Email, ConsoleClient Client) : IDisposable
{
    public void Dispose() => Client.Dispose();
}
