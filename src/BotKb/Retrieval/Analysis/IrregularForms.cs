using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace BotKb.Retrieval.Analysis;

/// <summary>English forms that no suffix rule leads back to their base.</summary>
internal static class IrregularForms
{
    // Base first, its irregular forms after it.
    private const string Table = """
        be am is are was were been being;begin began begun;bear bore borne;beat beaten;become became;bind bound;bite bit bitten;
        blow blew blown;break broke broken;bring brought;build built;buy bought;catch caught;choose chose chosen;come came;
        creep crept;deal dealt;dig dug;do did done does;draw drew drawn;drink drank drunk;drive drove driven;eat ate eaten;
        fall fell fallen;feed fed;feel felt;fight fought;find found;flee fled;fly flew flown;forbid forbade forbidden;
        forget forgot forgotten;forgive forgave forgiven;freeze froze frozen;get got gotten;give gave given;go went gone goes;
        grow grew grown;hang hung;have has had;hear heard;hide hid hidden;hold held;keep kept;know knew known;lay laid;lead led;
        leave left;lend lent;lose lost;make made;mean meant;meet met;mistake mistook mistaken;overcome overcame;pay paid;
        ride rode ridden;ring rang rung;rise rose risen;run ran;say said;see saw seen;seek sought;sell sold;send sent;
        shake shook shaken;shine shone;shoot shot;show shown;shrink shrank shrunk;sing sang sung;sink sank sunk;sit sat;
        sleep slept;slide slid;speak spoke spoken;speed sped;spend spent;spin spun;spring sprang sprung;stand stood;
        steal stole stolen;stick stuck;strike struck stricken;strive strove striven;swear swore sworn;sweep swept;swim swam swum;
        swing swung;take took taken;teach taught;tear tore torn;tell told;think thought;throw threw thrown;
        understand understood;undertake undertook undertaken;wake woke woken;wear wore worn;weave wove woven;weep wept;
        win won;withdraw withdrew withdrawn;write wrote written;
        man men;woman women;child children;foot feet;tooth teeth;mouse mice;goose geese;person people persons;wife wives;
        life lives;leaf leaves;half halves;knife knives;thief thieves;wolf wolves;shelf shelves;criterion criteria;
        phenomenon phenomena;datum data;medium media;analysis analyses;basis bases;crisis crises;hypothesis hypotheses;
        thesis theses;axis axes;index indices indexes;matrix matrices;vertex vertices;appendix appendices;nucleus nuclei;
        bacterium bacteria;stimulus stimuli;curriculum curricula;die died dying dies;lie lying;tie tying
        """;

    private static readonly FrozenDictionary<string, string> Bases = Read();

    public static bool TryGetBase(string form, [NotNullWhen(true)] out string? word) => Bases.TryGetValue(form, out word);

    private static FrozenDictionary<string, string> Read()
    {
        var bases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Table.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = row.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            foreach (var form in words.Skip(1))
            {
                bases[form] = words[0];
            }
        }

        return bases.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
