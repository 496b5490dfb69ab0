using BotKb.Data;
using Npgsql;

namespace BotKb.Tests.Data;

public sealed class PostgresFailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PostgresErrorCodes.CannotConnectNow)]
    [InlineData(PostgresErrorCodes.AdminShutdown)]
    [InlineData(PostgresErrorCodes.CrashShutdown)]
    [InlineData(PostgresErrorCodes.TooManyConnections)]
    public void Server_that_goes_down_or_is_busy_did_not_answer(string state)
    {
        var failure = PostgresFailure.Describe(Failure(state)).ShouldNotBeNull();

        failure.Message.ShouldStartWith("PostgreSQL did not answer");
        failure.Kind.ShouldBe(FailureKind.Retry);
    }

    [Fact]
    public void Refused_statement_is_not_said_to_be_an_outage()
    {
        var failure = PostgresFailure.Describe(Failure(PostgresErrorCodes.UndefinedTable)).ShouldNotBeNull();

        failure.Message.ShouldStartWith("PostgreSQL refused a statement (42P01: words of the server)");
        failure.Kind.ShouldBe(FailureKind.TellAdmin);
    }

    [Fact]
    public void Failure_of_something_else_is_not_described() =>
        PostgresFailure.Describe(new InvalidOperationException()).ShouldBeNull();

    [Fact]
    public async Task Work_is_repeated_three_times_when_the_connection_breaks()
    {
        var tries = 0;

        await Should.ThrowAsync<NpgsqlException>(() => PostgresFailure.RetryAsync(
            _ => ++tries > 0 ? throw Failure(PostgresErrorCodes.CannotConnectNow) : Task.CompletedTask, Cancellation));

        tries.ShouldBe(3);
    }

    [Fact]
    public async Task Refused_statement_is_not_repeated()
    {
        var tries = 0;

        await Should.ThrowAsync<NpgsqlException>(() => PostgresFailure.RetryAsync(
            _ => ++tries > 0 ? throw Failure(PostgresErrorCodes.UndefinedTable) : Task.CompletedTask, Cancellation));

        tries.ShouldBe(1);
    }

    private static PostgresException Failure(string state) => new("words of the server", "ERROR", "ERROR", state);
}
