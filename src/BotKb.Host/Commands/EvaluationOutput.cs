using System.Text.Json;
using BotKb.Quality;

namespace BotKb.Host.Commands;

/// <summary>How far an evaluation is, on standard error where a person looks; and its figures.</summary>
internal sealed class EvaluationOutput : IProgress<EvaluationProgress>
{
    private const int LongestLine = 60;
    private static readonly bool Shown = !Console.IsErrorRedirected;

    /// <summary>Takes the progress off the screen and writes the figures: as JSON, or a line each.</summary>
    public static void Write(string figures, bool json)
    {
        Clear();
        if (json)
        {
            Console.WriteLine(figures);
            return;
        }

        using var document = JsonDocument.Parse(figures);
        WriteLines("", document.RootElement);
    }

    public void Report(EvaluationProgress value)
    {
        if (Shown)
        {
            Console.Error.Write($"\r{value.Step}: {value.Done} of {value.Total}".PadRight(LongestLine));
        }
    }

    private static void Clear()
    {
        if (Shown)
        {
            Console.Error.Write("\r".PadRight(LongestLine) + "\r");
        }
    }

    private static void WriteLines(string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    WriteLines(name.Length == 0 ? property.Name : $"{name}.{property.Name}", property.Value);
                }

                break;
            case JsonValueKind.Array when value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.Object:
                foreach (var item in value.EnumerateArray())
                {
                    Console.WriteLine(item.ToString());
                }

                break;
            default:
                Console.WriteLine($"{name,-24} {value}");
                break;
        }
    }
}
