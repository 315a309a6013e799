using System.Text;
using Copilot.Contracts;
using Copilot.Documents.Extraction.Edi;
using Xunit;

namespace Copilot.Tests.Documents.Extraction.Edi;

/// <summary>What the envelopes of a file say of themselves is held against what came.</summary>
public sealed class EdiEnvelopeTests
{
    private const string Unb = "UNB+UNOC:3+4012345000009:14+SENDER:ZZ+261114:0930+REF42'";
    private const string Isa = "ISA*00*          *00*          *ZZ*SENDER         *01*123456789      *261114*0930*U*00401*000000042*0*P*>~";

    [Fact]
    public void Messages_in_groups_are_read_each_as_a_document()
    {
        var documents = Read(Unb + Ung("G1", "ORDERS") + Order(1) + Order(2) + "UNE+2+G1'" + Ung("G2", "ORDERS") + Order(3) + "UNE+1+G2'UNZ+2+REF42'");
        Assert.Equal(["PO-1", "PO-2", "PO-3"], documents.Select(d => d.Fields["number"].Value));
        Assert.All(documents, d => Assert.Empty(d.Warnings));
    }

    [Theory]
    [InlineData("UNE+2+G1'UNZ+1+REF42'", "counts 2 messages, 1 came")]
    [InlineData("UNE+1+G9'UNZ+1+REF42'", "ends group G9, but G1 is open")]
    [InlineData("UNE+1+G1'UNZ+3+REF42'", "counts 3 groups, 1 came")]
    public void A_group_that_lost_something_makes_its_messages_doubtful(string end, string expected)
    {
        var document = Assert.Single(Read(Unb + Ung("G1", "ORDERS") + Order(1) + end));
        Assert.Contains(document.Warnings, w => w.Contains(expected, StringComparison.Ordinal));
        Assert.True(document.NeedsReview);
    }

    [Fact]
    public void An_interchange_without_groups_counts_its_messages()
        => Assert.Contains(Assert.Single(Read(Unb + Order(1) + "UNZ+2+REF42'")).Warnings, w => w.Contains("counts 2 messages, 1 came", StringComparison.Ordinal));

    [Theory]
    [InlineData("GE*2*7~IEA*1*000000042~", "counts 2 messages, 1 came")]
    [InlineData("GE*1*8~IEA*1*000000042~", "ends group 8, but 7 is open")]
    [InlineData("GE*1*7~IEA*2*000000042~", "counts 2 groups, 1 came")]
    public void Groups_of_x12_are_held_to_what_they_say_as_well(string end, string expected)
        => Assert.Contains(
            Assert.Single(Read(Isa + "GS*PO*SENDER*RECEIVER*20261114*0930*7*X*004010~ST*850*0001~BEG*00*SA*PO-17**20261114~PO1*1*5*EA*2.50**VP*A-1~CTT*1~SE*5*0001~" + end)).Warnings,
            w => w.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("UNZ+1+REF42'", "before its group ended with UNE")]
    [InlineData("UNG+ORDERS+A+B+261114:0930+G2+UN+D:96A'UNE+0+G2'UNE+1+G1'UNZ+1+REF42'", "a new group begins")]
    [InlineData("UNE+1+G1'UNE+1+G1'UNZ+1+REF42'", "ends a group that never began")]
    [InlineData("UNH+2+ORDERS:D:96A:UN'UNE+1+G1'UNZ+1+REF42'", "before its message ended with UNT")]
    public void Groups_that_are_open_or_nested_are_refused(string end, string expected)
    {
        var refusal = Assert.Throws<CopilotException>(() => Read(Unb + Ung("G1", "ORDERS") + Order(1) + end));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    private static string Ung(string reference, string kind) => $"UNG+{kind}+4012345000009:14+SENDER:ZZ+261114:0930+{reference}+UN+D:96A'";

    private static string Order(int number) => $"UNH+{number}+ORDERS:D:96A:UN'BGM+220+PO-{number}+9'DTM+137:20261114:102'LIN+1++4012345000016:EN'QTY+21:5'UNS+S'UNT+7+{number}'";

    private static IReadOnlyList<ExtractedDocument> Read(string text)
        => [.. EdiReader.Read(Encoding.Latin1.GetBytes(text), "orders.edi", CancellationToken.None).Select(d => d.Finish("orders.edi"))];
}
