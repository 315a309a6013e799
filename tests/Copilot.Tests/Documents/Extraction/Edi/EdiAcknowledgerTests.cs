using System.Text;
using Copilot.Contracts;
using Copilot.Documents.Extraction.Edi.Acknowledging;
using Copilot.Testing.Conversation;
using Xunit;

namespace Copilot.Tests.Documents.Extraction.Edi;

/// <summary>What a partner's machine reads of us: every segment of the answers as the standards want it.</summary>
public sealed class EdiAcknowledgerTests
{
    private const string Head = "ISA*00*          *00*          *ZZ*SENDER         *01*123456789      *261114*0930*U*00401*000000042*0*P*>~GS*PO*SENDER*RECEIVER*20261114*0930*7*X*004010~";
    private const string Order = "ST*850*0001~BEG*00*SA*PO-17**20261114~PO1*1*5*EA*2.50**VP*A-1~CTT*1~SE*5*0001~";
    private const string Una = "UNA:+.? '";
    private const string Unb = "UNB+UNOC:3+4012345000009:14+SENDER?'S:ZZ+261114:0930+REF42'";
    private const string Orders = "UNH+1+ORDERS:D:96A:UN:EAN008'BGM+220+PO-17+9'DTM+137:20261114:102'UNS+S'UNT+5+1'";

    private static readonly DateTimeOffset Now = new(2026, 11, 14, 10, 5, 0, TimeSpan.Zero);

    [Fact]
    public void An_x12_order_without_a_fault_is_accepted_segment_by_segment_as_the_standard_says()
    {
        var answer = X12(Order, 1);
        Assert.True(answer.IsAccepted);
        Assert.Equal("order.997.edi", answer.FileName);
        var segments = Segments(answer);
        Assert.Equal("ISA*00*          *00*          *01*123456789      *ZZ*SENDER         *261114*1005*U*00401*", segments[0][..^15]);
        Assert.Equal("*0*P*>", segments[0][^6..]);
        Assert.Equal(106, (segments[0] + "~").Length);
        Assert.Equal("GS*FA*RECEIVER*SENDER*20261114*1005*1*X*004010", segments[1]);
        Assert.Equal(["ST*997*0001", "AK1*PO*7", "AK2*850*0001", "AK5*A", "AK9*A*1*1*1", "SE*6*0001", "GE*1*1"], segments[2..9]);
        Assert.Equal("IEA*1*" + segments[0].Split('*')[13], segments[9]);
    }

    [Theory]
    [InlineData("ST*850*0001~BEG*00*SA*PO-17**20261114~PO1*1*5~SE*9*0001~", "AK5*R*4")]
    [InlineData("ST*850*0001~BEG*00*SA*PO-17**20261114~PO1*1*5~SE*4*0002~", "AK5*R*3")]
    [InlineData("ST*850*0001~BEG*00*SA*PO-17**20261114~PO1*1*5~", "AK5*R*2")]
    [InlineData("ST*846*0001~BIA*00~SE*3*0001~", "AK5*R*1")]
    [InlineData("ST*850*0001~BEG*00*SA*PO-17**20261114~SE*3*0001~", "AK3*PO1*3**3")]
    [InlineData("ST*850*0001~PO1*1*5~SE*3*0001~", "AK3*BEG*2**3")]
    [InlineData("ST*850*0001~BEG*00*SA*PO-17**20261350~PO1*1*5~SE*4*0001~", "AK4*5*373*8")]
    [InlineData("ST*850*0001~BEG*00*SA***20261114~PO1*1*5~SE*4*0001~", "AK4*3*324*1")]
    public void A_fault_in_a_set_is_named_by_its_code_and_place(string set, string expected)
    {
        var answer = X12(set, 1);
        Assert.False(answer.IsAccepted);
        Assert.NotEmpty(answer.Faults);
        Assert.Contains(expected, Segments(answer));
        Assert.Contains("AK9*R*1*1*0", Segments(answer));
    }

    [Fact]
    public void One_bad_set_of_two_accepts_the_group_in_part()
    {
        var answer = X12(Order + "ST*850*0002~SE*2*0002~", 2);
        Assert.Contains("AK9*P*2*2*1", Segments(answer));
    }

    [Fact]
    public void A_group_that_counts_its_sets_wrongly_is_rejected()
        => Assert.Contains("AK9*R*3*1*0*5", Segments(X12(Order, 3)));

    [Fact]
    public void An_edifact_order_without_a_fault_is_acknowledged_segment_by_segment_as_the_standard_says()
    {
        var answer = Edifact(Una + Unb + Orders + "UNZ+1+REF42'");
        Assert.True(answer.IsAccepted);
        Assert.Equal("order.contrl.edi", answer.FileName);
        var text = Encoding.Latin1.GetString(answer.Content);
        var reference = text.Split("261114:1005+")[1].Split('+')[0];
        Assert.Equal(
            $"UNB+UNOC:3+SENDER?'S:ZZ+4012345000009:14+261114:1005+{reference}++CONTRL'UNH+1+CONTRL:D:3:UN'UCI+REF42+4012345000009:14+SENDER?'S:ZZ+7'UCM+1+ORDERS:D:96A:UN:EAN008+7'UNT+4+1'UNZ+1+{reference}'",
            text);
    }

    [Theory]
    [InlineData("UNH+1+ORDERS:D:96A:UN'BGM+220'DTM+137:20261114:102'UNS+S'UNT+9+1'", "UCM+1+ORDERS:D:96A:UN+4+29+UNT+2'")]
    [InlineData("UNH+1+ORDERS:D:96A:UN'BGM+220'DTM+137:20261114:102'UNS+S'UNT+5+2'", "UCM+1+ORDERS:D:96A:UN+4+28+UNT+3'")]
    [InlineData("UNH+1+PAXLST:D:96A:UN'BGM+220'UNT+3+1'", "UCM+1+PAXLST:D:96A:UN+4+14+UNH+3'")]
    [InlineData("UNH+1+ORDERS:D:96A:UN'DTM+137:20261114:102'UNS+S'UNT+4+1'", "UCM+1+ORDERS:D:96A:UN+4'UCS+1+13'")]
    [InlineData("UNH+1+ORDERS:D:96A:UN'BGM+220'DTM+137:20261114:102'LIN+1'QTY+21'UNS+S'UNT+7+1'", "UCS+5'UCD+13+2:2'")]
    [InlineData("UNH+1+ORDERS:D:96A:UN'BGM+220'DTM+137:20261114:102'LIN+1'QTY+21:five'UNS+S'UNT+7+1'", "UCS+5'UCD+37+2:2'")]
    public void A_fault_in_a_message_is_named_by_its_code_and_place(string message, string expected)
    {
        var answer = Edifact(Unb + message + "UNZ+1+REF42'");
        Assert.False(answer.IsAccepted);
        Assert.Contains(expected, Encoding.Latin1.GetString(answer.Content), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UNZ+2+REF42'", "+4+29+UNZ+2'")]
    [InlineData("UNZ+1+REF43'", "+4+28+UNZ+3'")]
    [InlineData("", "+4+13+UNZ'")]
    public void An_interchange_whose_envelope_is_wrong_is_rejected_as_a_whole(string end, string expected)
    {
        var text = Encoding.Latin1.GetString(Edifact(Unb + Orders + end).Content);
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.DoesNotContain("UCM", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sender_who_asks_for_it_is_told_that_the_envelope_arrived()
    {
        var segments = Segments(Interchange(Head.Replace("*0*P*>", "*1*P*>", StringComparison.Ordinal) + Order + "GE*1*7~IEA*1*000000042~"));
        Assert.Equal("TA1*000000042*261114*0930*A*000", segments[1]);
        Assert.StartsWith("GS*FA*", segments[2], StringComparison.Ordinal);
        Assert.Equal("IEA*1*" + segments[0].Split('*')[13], segments[^1]);
    }

    [Theory]
    [InlineData("GE*1*7~IEA*1*000000043~", "001")]
    [InlineData("GE*1*7~IEA*2*000000042~", "021")]
    [InlineData("GE*1*7~GE*1*7~IEA*1*000000042~", "022")]
    [InlineData("GE*1*7~ST*850*0002~SE*2*0002~IEA*1*000000042~", "022")]
    [InlineData("GE*1*7~", "023")]
    public void An_x12_envelope_that_is_wrong_is_rejected_as_a_whole_though_nobody_asked(string end, string note)
    {
        var answer = Interchange(Head + Order + end);
        Assert.False(answer.IsAccepted);
        Assert.Equal("order.ta1.edi", answer.FileName);
        Assert.Single(answer.Faults);
        var segments = Segments(answer);
        Assert.Equal(["TA1*000000042*261114*0930*R*" + note, "IEA*0*" + segments[0].Split('*')[13]], segments[1..]);
    }

    [Theory]
    [InlineData("*261114*0930*U*00401*000000042*0*P*", "*261399*0930*U*00401*000000042*1*P*", "E*014")]
    [InlineData("*261114*0930*U*00401*000000042*0*P*", "*261114*2560*U*00401*000000042*1*P*", "E*015")]
    [InlineData("*261114*0930*U*00401*000000042*0*P*", "*261114*0930*U*4.1  *000000042*1*P*", "E*017")]
    [InlineData("*261114*0930*U*00401*000000042*0*P*", "*261114*0930*U*00401*000000042*1*X*", "E*020")]
    public void A_slip_in_the_head_of_an_envelope_is_told_and_the_rest_is_accepted(string head, string wrong, string expected)
    {
        var answer = Interchange(Head.Replace(head, wrong, StringComparison.Ordinal) + Order + "GE*1*7~IEA*1*000000042~");
        Assert.EndsWith(expected, Segments(answer)[1], StringComparison.Ordinal);
        Assert.Contains("AK9*A*1*1*1", Segments(answer));
        Assert.True(answer.IsAccepted);
        Assert.Single(answer.Faults);
    }

    [Fact]
    public void An_acknowledgement_is_told_to_have_arrived_only_where_that_is_asked()
    {
        var receipt = Head.Replace("GS*PO", "GS*FA", StringComparison.Ordinal).Replace("*0*P*>", "*1*P*>", StringComparison.Ordinal) + "ST*997*0001~AK1*PO*7~AK9*A*1*1*1~SE*4*0001~GE*1*7~IEA*1*000000042~";
        var answer = Interchange(receipt);
        Assert.Equal("order.ta1.edi", answer.FileName);
        Assert.True(answer.IsAccepted);
        Assert.Empty(Acknowledge(Head[..Head.IndexOf("GS*", StringComparison.Ordinal)].Replace("*0*P*>", "*1*P*>", StringComparison.Ordinal) + "TA1*000000007*261114*0930*A*000~IEA*0*000000042~"));
    }

    [Fact]
    public void An_interchange_that_stands_twice_in_a_file_is_accepted_once()
    {
        var x12 = Head + Order + "GE*1*7~IEA*1*000000042~";
        Assert.Equal([true, false], Acknowledge(x12 + x12).Select(a => a.IsAccepted));
        Assert.Contains("*R*025", Encoding.UTF8.GetString(Acknowledge(x12 + x12)[1].Content), StringComparison.Ordinal);
        var edifact = Unb + Orders + "UNZ+1+REF42'";
        Assert.Contains("+4+26+UNB+6'", Encoding.Latin1.GetString(Acknowledge(edifact + edifact)[1].Content), StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_of_an_edifact_interchange_are_reported_one_by_one_with_their_messages()
    {
        var bad = Orders.Replace("UNH+1", "UNH+2", StringComparison.Ordinal).Replace("UNT+5+1", "UNT+4+2", StringComparison.Ordinal);
        var answer = Edifact(Unb + Ung("G1") + Orders + bad + "UNE+2+G1'" + Ung("G2") + Orders + "UNE+3+G2'" + "UNZ+2+REF42'");
        Assert.False(answer.IsAccepted);
        Assert.Equal(2, answer.Faults.Count);
        Assert.Contains(
            "+7'UCF+G1+4012345000009:14+SENDER?'S:ZZ+7'UCM+1+ORDERS:D:96A:UN:EAN008+7'UCM+2+ORDERS:D:96A:UN:EAN008+4+29+UNT+2'UCF+G2+4012345000009:14+SENDER?'S:ZZ+4+29+UNE+2'UNT+",
            Encoding.Latin1.GetString(answer.Content),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UNE+1+G9'UNZ+1+REF42'", "UCF+G1+4012345000009:14+SENDER?'S:ZZ+4+28+UNE+3'")]
    [InlineData("UNZ+1+REF42'", "UCF+G1+4012345000009:14+SENDER?'S:ZZ+4+13+UNE'")]
    [InlineData("UNH+2+INVOIC:D:96A:UN'UNT+2+2'UNE+2+G1'UNZ+1+REF42'", "UCF+G1+4012345000009:14+SENDER?'S:ZZ+4+31+UNG+2'")]
    [InlineData("UNE+1+G1'UNH+2+ORDERS:D:96A:UN'UNT+2+2'UNZ+1+REF42'", "UCI+REF42+4012345000009:14+SENDER?'S:ZZ+4+30+UNH'")]
    [InlineData("UNE+1+G1'UNZ+2+REF42'", "UCI+REF42+4012345000009:14+SENDER?'S:ZZ+4+29+UNZ+2'")]
    public void A_fault_of_a_group_rejects_the_group_and_a_fault_of_all_groups_the_interchange(string end, string expected)
        => Assert.Contains(expected, Encoding.Latin1.GetString(Edifact(Unb + Ung("G1") + Orders + end).Content), StringComparison.Ordinal);

    [Fact]
    public void An_empty_group_and_one_that_stands_there_twice_are_rejected()
    {
        Assert.Contains("+4+32+UNG'", Encoding.Latin1.GetString(Edifact(Unb + Ung("G1") + "UNE+0+G1'UNZ+1+REF42'").Content), StringComparison.Ordinal);
        Assert.Contains("+4+26+UNG+6'", Encoding.Latin1.GetString(Edifact(Unb + Ung("G1") + Orders + "UNE+1+G1'" + Ung("G1") + Orders + "UNE+1+G1'UNZ+2+REF42'").Content), StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_and_other_files_are_not_answered()
    {
        Assert.Empty(Acknowledge(Head.Replace("GS*PO", "GS*FA", StringComparison.Ordinal) + "ST*997*0001~AK1*PO*7~AK9*A*1*1*1~SE*4*0001~GE*1*7~IEA*1*000000042~"));
        Assert.Empty(Acknowledge(Unb + "UNH+1+CONTRL:D:3:UN'UCI+1+a+b+7'UNT+3+1'UNZ+1+REF42'"));
        Assert.Empty(Acknowledge("<Invoice/>"));
        Assert.Empty(Acknowledge("STX=ANA:1+5000000000000'"));
    }

    [Fact]
    public void What_breaks_off_in_its_head_says_so()
        => Assert.Throws<CopilotException>(() => Acknowledge("ISA*00*          *00*"));

    [Fact]
    public void Two_interchanges_of_a_file_have_two_answers_with_numbers_of_their_own()
    {
        var one = Unb + Orders + "UNZ+1+REF42'";
        var answers = Acknowledge(one + one.Replace("REF42", "REF43", StringComparison.Ordinal));
        Assert.Equal(2, answers.Select(a => a.FileName).Distinct().Count());
        Assert.Equal(2, answers.Select(a => Encoding.Latin1.GetString(a.Content).Split("UNZ+1+")[1]).Distinct().Count());
    }

    private static string Ung(string reference) => $"UNG+ORDERS+4012345000009:14+SENDER?'S:ZZ+261114:0930+{reference}+UN+D:96A'";

    private static Acknowledgement Interchange(string text) => Assert.Single(Acknowledge(text));

    private static Acknowledgement X12(string sets, int counted) => Assert.Single(Acknowledge($"{Head}{sets}GE*{counted}*7~IEA*1*000000042~"));

    private static Acknowledgement Edifact(string text) => Interchange(text);

    private static IReadOnlyList<Acknowledgement> Acknowledge(string text) => new EdiAcknowledger(new PracticeClock(Now)).Acknowledge(Encoding.Latin1.GetBytes(text), "order.edi", CancellationToken.None);

    private static string[] Segments(Acknowledgement answer) => Encoding.UTF8.GetString(answer.Content).Split('~', StringSplitOptions.RemoveEmptyEntries);
}
