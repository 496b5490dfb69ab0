using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Analysis;

/// <summary>One term that a word of the text is found by.</summary>
/// <param name="Text">The stem or code behind the term.</param>
/// <param name="Term">The term's id.</param>
/// <param name="Weight">Its weight beside the word itself.</param>
/// <param name="IsPart">True for a form derived from a word that is counted already.</param>
/// <param name="IsStopWord">True for a word that says nothing about a topic.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordForm(string Text, uint Term, float Weight, bool IsPart, bool IsStopWord);
