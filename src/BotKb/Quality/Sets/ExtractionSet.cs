namespace BotKb.Quality.Sets;

/// <summary>Files with what their extraction should find.</summary>
/// <param name="Folder">The folder below which the files lie.</param>
/// <param name="Cases">From manifest.jsonl, in its order; every file named there exists.</param>
public sealed record ExtractionSet(string Folder, IReadOnlyList<ExtractionCase> Cases)
{
    /// <summary>Reads a folder.</summary>
    /// <exception cref="BotKbException">The manifest is missing or broken, or names a missing file; the message says where.</exception>
    public static async Task<ExtractionSet> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var cases = new List<ExtractionCase>();
        await foreach (var row in DataSetFile.ReadRowsAsync(Path.Combine(folder, "manifest.jsonl"), cancellationToken))
        {
            var read = ExtractionCase.Read(row);
            foreach (var file in new[] { read.File, read.ExpectedTextFile })
            {
                if (file is not null && !File.Exists(Path.Combine(folder, file)))
                {
                    throw row.Error($"the file \"{file}\" does not exist below {folder}");
                }
            }

            cases.Add(read);
        }

        return new ExtractionSet(folder, cases);
    }
}
