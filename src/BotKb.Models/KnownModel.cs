using BotKb.Answering;
using Microsoft.Extensions.Options;

namespace BotKb.Models;

/// <summary>Refuses an answering model that is not set up.</summary>
internal sealed class KnownModel(IReadOnlySet<string> names) : IValidateOptions<AnsweringOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AnsweringOptions options) =>
        string.IsNullOrWhiteSpace(options.Model) || names.Contains(options.Model)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Answering:Model names '{options.Model}', but there is no Models:{options.Model}; "
                + $"set Models:{options.Model}:Endpoint and Models:{options.Model}:Model.");
}
