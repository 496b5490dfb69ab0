using System.Diagnostics;
using BotKb.Simulators.OpenAi;
using BotKb.Simulators.People;

namespace BotKb.EndToEndTests.Chat;

/// <summary>A host that is killed at any point of a question's life loses no question and gives no second answer.</summary>
public sealed class KillTests(ChatProgram chat, ITestOutputHelper output) : IClassFixture<ChatProgram>
{
    private const string Text = "The warranty of the pump lasts 24 months and the warranty of the valve lasts 12 months, counted from the day of delivery.";
    private static readonly TimeSpan Life = TimeSpan.FromMilliseconds(1500);

    // Where nothing else runs it takes a few seconds, which the output tells; a machine that is busy takes longer.
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, 38)]
    [InlineData(false, 12)]
    public async Task Each_question_ends_in_exactly_one_complete_answer_in_its_place(bool withModel, int kills)
    {
        chat.Model.Play(new OpenAiScript { Text = Text, LatencyMs = 300, TokensPerSecond = 25 });
        var random = new Random(20261125);
        var host = await chat.ServeAsync(withModel, Cancelled);
        using var client = await chat.SignInAsync(host, Cancelled);
        for (var i = 0; i < kills; i++)
        {
            var life = withModel ? Life : TimeSpan.FromMilliseconds(60);
            host = await KillAndRestartAsync(host, client, withModel, life * random.NextDouble());
        }

        await host.DisposeAsync();
    }

    private async Task<ServedHost> KillAndRestartAsync(ServedHost host, ConsoleClient client, bool withModel, TimeSpan after)
    {
        var messageId = Guid.NewGuid().ToString();
        var asked = AskAsync(client, messageId);
        await Task.Delay(after, Cancelled);
        await host.KillAsync();
        await host.DisposeAsync();
        var accepted = await asked;

        var restarted = Stopwatch.StartNew();
        var next = await chat.ServeAsync(withModel, Cancelled);
        client.MoveTo(next.Address);
        var (conversation, turn) = accepted ?? await AskAsync(client, messageId) ?? throw new InvalidOperationException("The host is gone again.");
        var turns = await client.TurnsAsync(conversation, Cancelled);
        while (!turns.All(shown => shown.HasEnded))
        {
            restarted.Elapsed.ShouldBeLessThan(Bound);
            turns = await client.TurnsAsync(conversation, Cancelled);
        }

        output.WriteLine($"killed after {after.TotalMilliseconds:F0} ms; {restarted.Elapsed.TotalSeconds:F1} s from the restart to the answer");
        var only = turns.ShouldHaveSingleItem();
        only.Turn.ShouldBe(turn);
        only.State.ShouldBe("answered");
        only.Text.ShouldContain("24 months");
        if (withModel)
        {
            only.Text.ShouldBe(Text);
        }

        return next;
    }

    // A person whose question was not taken sends it again: it is the same message.
    private async Task<(long Conversation, long Turn)?> AskAsync(ConsoleClient client, string messageId)
    {
        try
        {
            return await client.AskAsync("How long is the warranty of the pump P-100?", chat.KnowledgeBase, Cancelled, messageId: messageId);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
