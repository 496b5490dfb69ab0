using System.Diagnostics;
using BotKb.Access;
using BotKb.Data;
using BotKb.EndToEndTests.CommandLine;
using BotKb.WebConsole.Accounts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotKb.EndToEndTests.WebConsole;

/// <summary>The running host with an admin and a member.</summary>
public sealed class ConsoleHost : IAsyncLifetime
{
    internal const string Password = "four words nobody combines";
    internal const string Member = "anna@example.com";

    private readonly BotKbProgram _program = new();
    private Process _process = null!;

    internal Uri Address { get; private set; } = null!;

    internal string Admin { get; private set; } = "";

    internal string OneTimePassword { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await _program.InitializeAsync();
        _process = _program.Start(["serve", "--urls", "http://127.0.0.1:0"]);
        var ready = (await _process.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
        Address = new Uri(ready["ready ".Length..]);
        var words = (await _process.StandardOutput.ReadLineAsync()).ShouldNotBeNull().Split(' ');
        (Admin, OneTimePassword) = (words[3], words[^1]);
        await using var services = new ServiceCollection().AddLogging().AddKnowledge(_program.Lease.ConnectionString)
            .AddAccess(new ConfigurationBuilder().Build()).BuildServiceProvider();
        var accounts = services.GetRequiredService<AccountCatalog>();
        var hash = new AccountPasswords().Hash(Password);
        await accounts.CreateAsync(Member, "Anna", AccountRole.Member, hash, CancellationToken.None);
        var member = (await accounts.ListAsync(CancellationToken.None)).Single(row => row.Email == Member);
        await accounts.SetPasswordAsync(member.Id, hash, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Signals.Terminate(_process);
        await _process.WaitForExitAsync();
        _process.Dispose();
        await _program.DisposeAsync();
    }
}
