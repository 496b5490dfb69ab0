using System.Text;
using BotKb.Sources.Extraction.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace BotKb.Tests.Extraction.Text;

public sealed class TextDecoderTests
{
    private const string Simplified = "员工请假须提前三天申请，由部门主管批准后方可离岗。病假需要医院证明。";
    private const string Traditional = "員工請假須提前三天申請，由部門主管批准後方可離崗。病假需要醫院證明。";
    private const string Japanese = "社員は休暇を取る三日前までに申請してください。上司の承認が必要です。";
    private const string Korean = "직원은 휴가를 사용하기 삼일 전에 신청해야 합니다. 부서장의 승인이 필요합니다.";
    private const string French = "Le congé doit être demandé trois jours à l’avance ; le siège décidera.";

    private static readonly string[] RoundTrips = ["utf-8", "utf-16", "utf-16BE", "gb18030"];

    [Theory]
    [InlineData("utf-8", Simplified)]
    [InlineData("utf-16", Simplified)]
    [InlineData("utf-16BE", Traditional)]
    [InlineData("gb18030", Simplified)]
    [InlineData("big5", Traditional)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("euc-kr", Korean)]
    [InlineData("windows-1252", French)]
    [InlineData("utf-16", French)]
    [InlineData("utf-16BE", "Plain words in two bytes each.")]
    [InlineData("gb18030", "员工手册")]
    [InlineData("gb18030", "价格 price,数量 qty")]
    [InlineData("big5", "員工手冊")]
    [InlineData("big5", "請假規則 v2.10")]
    public void Text_without_a_mark_is_read_in_its_encoding(string encoding, string text) =>
        TextDecoder.Decode(Encoding.GetEncoding(encoding).GetBytes(text), declared: null).ShouldBe(text);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_decides_and_is_no_text(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("中文 é")], declared: null).ShouldBe("中文 é");
    }

    [Fact]
    public void A_wrong_declaration_does_not_spoil_sound_text() =>
        TextDecoder.Decode(Encoding.UTF8.GetBytes(Simplified), declared: "gb2312").ShouldBe(Simplified);

    [Fact]
    public void A_declared_encoding_is_used_where_it_fits() =>
        TextDecoder.Decode(Encoding.GetEncoding("windows-1251").GetBytes("Отпуск"), declared: "windows-1251").ShouldBe("Отпуск");

    [Fact]
    public void Text_whose_last_character_was_cut_off_is_still_read() =>
        TextDecoder.Decode(Encoding.UTF8.GetBytes(Simplified).AsSpan()[..^1], declared: null)!.ShouldStartWith(Simplified[..^1]);

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var noise = new byte[2000];
        new Random(7).NextBytes(noise);

        TextDecoder.Decode(noise, declared: null).ShouldBeNull();
    }

    [Property]
    public Property Sentences_survive_any_encoding() => Prop.ForAll(
        Sentence().ToArbitrary(),
        sentence => RoundTrips.All(name => TextDecoder.Decode(Encoding.GetEncoding(name).GetBytes(sentence), declared: null) == sentence));

    private static Gen<string> Sentence() =>
        from characters in Gen.Elements((Simplified + "2026年 Q3 报告：").ToCharArray()).ListOf(30)
        select "员工" + string.Concat(characters);
}
