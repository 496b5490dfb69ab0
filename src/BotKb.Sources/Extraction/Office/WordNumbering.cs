using System.Text;
using System.Xml.Linq;

namespace BotKb.Sources.Extraction.Office;

/// <summary>Counts the numbered paragraphs of a Word document and says the mark of each, as Word draws it.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, XElement> _abstracts = [];
    private readonly Dictionary<int, XElement> _numberings = [];
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<int> _started = [];

    public WordNumbering(XElement? numbering)
    {
        foreach (var element in numbering?.Elements() ?? [])
        {
            if (element.Name.LocalName == "abstractNum" && element.Number("abstractNumId") is { } abstractId)
            {
                _abstracts.TryAdd(abstractId, element);
            }
            else if (element.Name.LocalName == "num" && element.Number("numId") is { } id)
            {
                _numberings.TryAdd(id, element);
            }
        }
    }

    /// <summary>Counts one paragraph.</summary>
    /// <returns>'-' for a bullet, '2.1.' for a number, empty where nothing is drawn; null when there is no such numbering.</returns>
    public string? Next(int id, int level)
    {
        if (level is < 0 or >= Levels || Definition(id, level) is not { } definition)
        {
            return null;
        }

        var counters = Count(id, level);
        var format = definition.Child("numFmt").Value("val") ?? "decimal";
        var pattern = definition.Child("lvlText").Value("val") ?? "";
        return format switch
        {
            "bullet" => pattern.Length == 0 ? "" : "-",
            "none" => pattern.Contains('%', StringComparison.Ordinal) ? "" : pattern,
            _ => Fill(pattern, id, counters, definition.Child("isLgl") is not null),
        };
    }

    private int?[] Count(int id, int level)
    {
        // Numberings of one abstract definition go on counting together unless one restarts.
        var abstractId = AbstractId(id) ?? -1 - id;
        if (!_counters.TryGetValue(abstractId, out var counters))
        {
            _counters.Add(abstractId, counters = new int?[Levels]);
        }

        if (_started.Add(id))
        {
            foreach (var restart in _numberings.GetValueOrDefault(id)?.Children("lvlOverride") ?? [])
            {
                if (restart.Child("startOverride") is not null && restart.Number("ilvl") is >= 0 and < Levels and var restarted)
                {
                    counters[restarted] = null;
                }
            }
        }

        counters[level] = counters[level] + 1 ?? Start(id, level);
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            counters[deeper] = null;
        }

        return counters;
    }

    private string Fill(string pattern, int id, int?[] counters, bool allDecimal)
    {
        var mark = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var level = pattern[++i] - '1';
                var format = allDecimal ? "decimal" : Definition(id, level)?.Child("numFmt").Value("val");
                mark.Append(NumberText.Write(counters[level] ?? Start(id, level), format));
            }
            else
            {
                mark.Append(pattern[i]);
            }
        }

        return mark.ToString();
    }

    private int Start(int id, int level) =>
        Override(id, level)?.Child("startOverride").Number("val") ?? Definition(id, level)?.Child("start").Number("val") ?? 1;

    private XElement? Definition(int id, int level) =>
        Override(id, level)?.Child("lvl")
            ?? (AbstractId(id) is { } abstractId ? _abstracts.GetValueOrDefault(abstractId) : null)?
                .Children("lvl").FirstOrDefault(definition => definition.Number("ilvl") == level);

    private XElement? Override(int id, int level) => _numberings.GetValueOrDefault(id)?
        .Children("lvlOverride").FirstOrDefault(change => change.Number("ilvl") == level);

    private int? AbstractId(int id) => _numberings.GetValueOrDefault(id)?.Child("abstractNumId").Number("val");
}
