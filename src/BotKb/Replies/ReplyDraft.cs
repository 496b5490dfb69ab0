using System.Collections.Immutable;
using System.Text;
using BotKb.Answering;

namespace BotKb.Replies;

/// <summary>Folds the parts of an answer into what is shown.</summary>
internal sealed class ReplyDraft
{
    private readonly StringBuilder _text = new();
    private ImmutableArray<ReplyCitation> _citations = [];
    private string? _notice;

    /// <summary>Takes one part in; an end changes nothing here.</summary>
    public void Add(AnswerPart part)
    {
        switch (part)
        {
            case AnswerPart.Text text:
                _text.Append(text.Words);
                break;
            case AnswerPart.Cited cited:
                _citations = _citations.Add(ReplyCitation.Of(cited.Citation));
                break;
            case AnswerPart.Notice notice:
                _notice = notice.Words;
                break;
            case AnswerPart.Restart:
                _text.Clear();
                _citations = [];
                _notice = null;
                break;
        }
    }

    /// <summary>What is shown now.</summary>
    public ReplyBody ToBody(ReplyState state) => new(_text.ToString(), _citations, _notice, state);
}
