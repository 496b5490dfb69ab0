using BotKb.Retrieval;

namespace BotKb.Answering;

/// <summary>Reads the passages that a search found: every sentence and row, with what speaks for it.</summary>
internal sealed class Candidates
{
    private readonly QuestionTerms _question;
    private readonly string _text;
    private readonly QuestionCues _asked;
    private readonly double _topScore;

    private Candidates(string text, QuestionTerms question, double topScore)
    {
        _text = text;
        _question = question;
        _asked = Cues.AskedBy(text);
        _topScore = topScore;
    }

    /// <summary>The candidates of all passages, in the order of the passages.</summary>
    public static IReadOnlyList<Candidate> Of(string text, QuestionTerms question, IReadOnlyList<Passage> passages)
    {
        var reader = new Candidates(text, question, passages.Select(passage => passage.Score).DefaultIfEmpty(0).Max());
        var candidates = new List<Candidate>();
        for (var rank = 0; rank < passages.Count; rank++)
        {
            reader.Read(passages[rank], rank, candidates);
        }

        return candidates;
    }

    private void Read(Passage passage, int rank, List<Candidate> candidates)
    {
        var units = _question.For(passage.Text);
        var pieces = PassagePieces.Of(passage);
        var readable = Enumerable.Range(0, pieces.Count).Select(i => ReadablePieces.Read(passage.Text, pieces, i)).ToList();
        var matches = readable.ConvertAll(piece => units.Match(piece.Shown));
        var above = units.Match(passage.Title + "\n" + string.Join('\n', passage.HeadingPath)).Strengths;
        var whole = Union(matches.Select(match => match.Strengths).Append(above), above.Length);
        float[] heading = [];
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind == PieceKind.Context)
            {
                heading = matches[i].Strengths;
                continue;
            }

            var (piece, shown) = readable[i];
            var context = new SentenceContext(
                units,
                shown,
                matches[i],
                i > 0 ? matches[i - 1].Strengths : [],
                i + 1 < pieces.Count ? matches[i + 1].Strengths : [],
                heading.Length > 0 ? Union([above, heading], above.Length) : above,
                units.Coverage(whole),
                rank,
                _topScore > 0 ? passage.Score / _topScore : 0,
                i == 0,
                _asked,
                Cues.In(shown, _asked, _text));
            candidates.Add(new Candidate(passage, rank, piece, shown, units, matches[i], SentenceFeatures.Of(context)));
        }
    }

    private static float[] Union(IEnumerable<float[]> strengths, int count)
    {
        var union = new float[count];
        foreach (var one in strengths)
        {
            for (var i = 0; i < one.Length; i++)
            {
                union[i] = Math.Max(union[i], one[i]);
            }
        }

        return union;
    }
}
