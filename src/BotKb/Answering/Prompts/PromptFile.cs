using Microsoft.SemanticKernel;

namespace BotKb.Answering.Prompts;

/// <summary>A prompt kept as a file in this folder. Only words of BotKb's own are put into it, never a question or a passage.</summary>
internal sealed class PromptFile
{
    private static readonly KernelPromptTemplateFactory Templates = new();
    private static readonly Kernel NoKernel = new();
    private readonly IPromptTemplate _template;

    private PromptFile(string name)
    {
        var resource = typeof(PromptFile).Assembly.GetManifestResourceStream($"BotKb.Prompts.{name}.txt")
            ?? throw new InvalidOperationException($"The prompt {name} is not part of the program.");
        using var reader = new StreamReader(resource);
        _template = Templates.Create(new PromptTemplateConfig(reader.ReadToEnd().ReplaceLineEndings("\n").Trim()));
    }

    /// <summary>How a question is answered.</summary>
    public static PromptFile Answer { get; } = new("answer");

    /// <summary>How a follow-up question is rewritten.</summary>
    public static PromptFile Rewrite { get; } = new("rewrite");

    /// <summary>The prompt's text.</summary>
    /// <param name="values">What stands for its variables.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<string> RenderAsync(KernelArguments values, CancellationToken cancellationToken) =>
        _template.RenderAsync(NoKernel, values, cancellationToken);
}
