using System.CommandLine;
using BotKb.Host.Serving;

namespace BotKb.Host.Commands;

/// <summary><c>botkb serve</c>.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string?>("--urls")
        {
            Description = "Where to listen, such as http://127.0.0.1:5080 (the default; port 0 takes a free one).",
        };
        urls.Validators.Add(result =>
        {
            if (!ServeOptions.AreUrls(result.GetValueOrDefault<string>() ?? ""))
            {
                result.AddError("The value of '--urls' must be an address such as http://127.0.0.1:5080.");
            }
        });
        return new Command("serve", "Runs BotKb: serves the console and the chat, and keeps the sources up to date.") { urls }.Runs(
            (line, session, cancellationToken) => WebHost.RunAsync(session, line.GetValue(urls), cancellationToken));
    }
}
