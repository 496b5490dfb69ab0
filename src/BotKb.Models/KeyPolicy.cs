using System.ClientModel.Primitives;

namespace BotKb.Models;

/// <summary>Puts the key and the further headers into each request; no key, no header.</summary>
internal sealed class KeyPolicy(ModelOptions options) : AuthenticationPolicy
{
    /// <inheritdoc/>
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Set(message.Request.Headers);
        ProcessNext(message, pipeline, currentIndex);
    }

    /// <inheritdoc/>
    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Set(message.Request.Headers);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private void Set(PipelineRequestHeaders headers)
    {
        if (!string.IsNullOrEmpty(options.ApiKey))
        {
            var bearer = string.Equals(options.KeyHeader, "Authorization", StringComparison.OrdinalIgnoreCase)
                && !options.ApiKey.Contains(' ', StringComparison.Ordinal);
            headers.Set(options.KeyHeader, bearer ? $"Bearer {options.ApiKey}" : options.ApiKey);
        }

        foreach (var (name, value) in options.ExtraHeaders)
        {
            headers.Set(name, value);
        }
    }
}
