using System.Collections.Immutable;
using BotKb.Answering;
using BotKb.Answering.FollowUps;
using FsCheck;
using FsCheck.Xunit;

namespace BotKb.Tests.Answering.FollowUps;

public sealed class FollowUpRulesTests
{
    private const string Leave = "How many days of annual leave do interns get?";
    private const string ChineseLeave = "新员工有几天年假？";

    [Theory]
    [InlineData("How many days of leave are there for interns?", "And for managers?", "How many days of leave are there for managers?")]
    [InlineData("When does the office open in Munich?", "in Berlin?", "When does the office open in Berlin?")]
    [InlineData("What does error AB-1234 mean?", "What about AB-1235?", "What does error AB-1235 mean?")]
    [InlineData("错误 AB-1234 是什么意思？", "那AB-1235呢？", "错误 AB-1235 是什么意思？")]
    [InlineData(Leave, "What about Berlin?", "How many days of annual leave do interns get? Berlin?")]
    [InlineData(Leave, "and managers?", "How many days of annual leave do interns get? Managers?")]
    [InlineData("What is the travel policy?", "Does it apply to contractors?", "What is the travel policy? Does it apply to contractors?")]
    [InlineData(ChineseLeave, "那经理呢？", "新员工有几天年假？经理？")]
    [InlineData(ChineseLeave, "柏林办公室呢", "新员工有几天年假？柏林办公室？")]
    [InlineData("差旅政策是什么？", "它适用于外包人员吗？", "差旅政策是什么？它适用于外包人员吗？")]
    [InlineData("差旅政策是什么？", "该政策什么时候生效？", "差旅政策是什么？该政策什么时候生效？")]
    public void Follow_up_gets_what_it_refers_to(string before, string question, string standalone) =>
        FollowUpRules.Rewrite(question, History(before)).ShouldBe(standalone);

    [Theory]
    [InlineData("Who approves it?")]
    [InlineData("How long is it valid?")]
    [InlineData("Why?")]
    [InlineData("How long?")]
    [InlineData("Where can I find them?")]
    [InlineData("Is that allowed?")]
    [InlineData("Who can approve that?")]
    [InlineData("Does the same apply to interns?")]
    [InlineData("How do I get there?")]
    [InlineData("What is its capacity?")]
    [InlineData("Managers?")]
    [InlineData("But only for full-time staff?")]
    [InlineData("And how do I cancel?")]
    [InlineData("Do they carry over?")]
    [InlineData("为什么？")]
    [InlineData("多久？")]
    [InlineData("怎么办呢")]
    [InlineData("谁审批它？")]
    [InlineData("这个怎么申请？")]
    [InlineData("那这个需要审批吗？")]
    [InlineData("他们也有吗？")]
    [InlineData("这种情况怎么处理？")]
    [InlineData("经理？")]
    [InlineData("还有实习生呢？")]
    [InlineData("那多少钱？")]
    [InlineData("那麼經理呢？")]
    [InlineData("這個怎麼申請？")]
    public void Follow_up_is_recognised(string question) => FollowUpRules.Rewrite(question, History("What is the travel policy?")).ShouldNotBeNull();

    [Theory]
    [InlineData("How many days of annual leave do new employees get?")]
    [InlineData("Who repairs my laptop when it breaks?")]
    [InlineData("If my laptop breaks, who repairs it?")]
    [InlineData("How do I book a room and cancel it later?")]
    [InlineData("Is it possible to carry over annual leave?")]
    [InlineData("How long does it take to get a visa?")]
    [InlineData("Is there a gym in the Munich office?")]
    [InlineData("What are the rules that apply to travel?")]
    [InlineData("How many public holidays are there this year?")]
    [InlineData("Do employees keep their laptop when they leave?")]
    [InlineData("Which employees lose their bonus?")]
    [InlineData("What is the Wi-Fi password for guests?")]
    [InlineData("Parking fees")]
    [InlineData("travel expenses Berlin")]
    [InlineData("AB-1234")]
    [InlineData("And who approves travel expenses above 500 euros?")]
    [InlineData("What if I lose my badge?")]
    [InlineData("年假可以结转到下一年吗？")]
    [InlineData("新员工有几天年假呢？")]
    [InlineData("我该怎么报销差旅费？")]
    [InlineData("笔记本电脑坏了，谁来修它？")]
    [InlineData("把发票交给财务后它多久到账？")]
    [InlineData("其他部门的报销流程是什么？")]
    [InlineData("这个月的工资什么时候发？")]
    [InlineData("会议室怎么预订？")]
    [InlineData("差旅费报销标准")]
    [InlineData("产假有多少天？")]
    [InlineData("Wi-Fi密码是什么？")]
    [InlineData("應該找誰申請門禁卡？")]
    [InlineData("那么差旅费的报销标准是多少？")]
    [InlineData("出差吃饭怎么报销？")]
    public void Question_that_stands_alone_is_left_alone(string question) =>
        FollowUpRules.Rewrite(question, History("What does error AB-1234 mean?", ChineseLeave)).ShouldBeNull();

    [Fact]
    public void Small_talk_in_between_is_passed_over() =>
        FollowUpRules.Rewrite("And for managers?", History("How many days are there for interns?", "thanks")).ShouldBe("How many days are there for managers?");

    [Fact]
    public void A_long_history_does_not_grow_the_question() =>
        FollowUpRules.Rewrite("Why?", History(string.Concat(Enumerable.Repeat("What is the travel policy of the company? ", 20))))
            .ShouldBe("What is the travel policy of the company? Why?");

    [Property(MaxTest = 1_000)]
    public bool Without_history_nothing_is_rewritten(NonNull<string> question) => FollowUpRules.Rewrite(question.Get, []) is null;

    [Property(MaxTest = 1_000)]
    public bool Any_text_is_read(NonNull<string> question, NonNull<string> before) =>
        FollowUpRules.Rewrite(question.Get, History(before.Get)) is not { Length: 0 };

    private static ImmutableArray<PastExchange> History(params string[] questions) => [.. questions.Select(question => new PastExchange(question, "An answer. [1]"))];
}
