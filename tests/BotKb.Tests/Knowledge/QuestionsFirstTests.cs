using BotKb.Knowledge.Indexing;
using Microsoft.Extensions.Time.Testing;

namespace BotKb.Tests.Knowledge;

public sealed class QuestionsFirstTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Nothing_waits_while_nobody_asks()
    {
        using var questions = new QuestionsFirst(new FakeTimeProvider());
        questions.Wait(Cancellation);
    }

    [Fact]
    public async Task Work_goes_on_when_the_last_question_is_answered()
    {
        using var questions = new QuestionsFirst(new FakeTimeProvider(), Timeout.InfiniteTimeSpan);
        var first = questions.Enter();
        var second = questions.Enter();
        var work = Task.Run(() => questions.Wait(Cancellation), Cancellation);
        first.Dispose();
        first.Dispose();
        work.IsCompleted.ShouldBeFalse();
        second.Dispose();
        await work;
    }

    [Fact]
    public void Work_goes_on_at_half_speed_when_questions_never_end()
    {
        var time = new FakeTimeProvider();
        using var questions = new QuestionsFirst(time, TimeSpan.FromMilliseconds(1));
        using var asked = questions.Enter();
        questions.Wait(Cancellation);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        questions.Wait(cancelled.Token);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Should.Throw<OperationCanceledException>(() => questions.Wait(cancelled.Token));
    }

    [Fact]
    public async Task Wait_for_a_question_ends_with_the_run()
    {
        using var questions = new QuestionsFirst(new FakeTimeProvider(), Timeout.InfiniteTimeSpan);
        using var asked = questions.Enter();
        using var stop = new CancellationTokenSource();
        var work = Task.Run(() => questions.Wait(stop.Token), Cancellation);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => work);
    }

    [Fact]
    public async Task Documents_are_analysed_on_threads_that_give_way()
    {
        var stat = await IndexingThreads.Shared.RunAsync(() => File.ReadAllText("/proc/thread-self/stat"), Cancellation);
        stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[16].ShouldBe("5");
    }
}
