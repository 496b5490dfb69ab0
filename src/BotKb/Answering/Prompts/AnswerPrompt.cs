using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BotKb.Retrieval;
using Microsoft.Extensions.AI;

namespace BotKb.Answering.Prompts;

/// <summary>Everything that a model is given to answer one question.</summary>
/// <param name="Messages">Instruction, past exchanges, passages as data, and the question last.</param>
/// <param name="Given">The passages given, in the order of their numbers from 1.</param>
internal sealed record AnswerPrompt(IReadOnlyList<ChatMessage> Messages, ImmutableArray<Passage> Given)
{
    /// <summary>SHA-256 of all messages, in hex.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var message in Messages)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{message.Role.Value}\0{message.Text}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
