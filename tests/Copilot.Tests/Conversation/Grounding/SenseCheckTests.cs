using System.Text.RegularExpressions;
using Copilot.Conversation.Grounding;
using Copilot.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Copilot.Tests.Conversation.Grounding;

public sealed class SenseCheckTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Order S00042 is not released.", "Order S00042 is released.")]
    [InlineData("Order S00042 is released.", "Order S00042 isn't released yet.")]
    [InlineData("Goods are accepted without a receipt.", "Goods are not accepted without a receipt.")]
    [InlineData("Goods are accepted without a receipt.", "Goods are accepted with a receipt.")]
    [InlineData("The invoice must be paid after shipment.", "The invoice must be paid before shipment.")]
    [InlineData("A pallet holds at least 40 boxes.", "A pallet holds at most 40 boxes.")]
    [InlineData("A pallet holds more than 40 boxes.", "A pallet holds no more than 40 boxes.")]
    [InlineData("Claims may be sent after 5 days.", "Claims may be sent within 5 days.")]
    [InlineData("The driver may sign the delivery note.", "The driver must sign the delivery note.")]
    [InlineData("The driver must sign the delivery note.", "The driver need not sign the delivery note.")]
    [InlineData("Partial deliveries are accepted.", "Partial deliveries are never accepted.")]
    [InlineData("The account is open for new orders.", "The account is closed for new orders.")]
    [InlineData("Prices increased for nitrile gloves.", "Prices decreased for nitrile gloves.")]
    [InlineData("Returns are possible later than 30 days after delivery.", "Returns are possible no later than 30 days after delivery.")]
    [InlineData("No approval by the manager is required.", "Approval by the manager is required.")]
    public void A_sentence_that_turns_its_source_round_is_found(string sentence, string source)
        => Assert.NotNull(SenseCheck.Against(sentence, [source, "Opening hours are from 8:00 to 17:00 on working days."]));

    [Theory]
    [InlineData("Order S00042 is not released yet.", "Order S00042 isn't released.")]
    [InlineData("Goods are accepted only with a receipt.", "Goods are not accepted without a receipt.")]
    [InlineData("An order is released only after its credit is checked.", "An order is not released until its credit is checked.")]
    [InlineData("Goods can't be returned after 30 days.", "Goods may be returned within 30 days.")]
    [InlineData("A pallet holds up to 40 boxes.", "A pallet holds no more than 40 boxes.")]
    [InlineData("At least 40 boxes fit.", "No fewer than 40 boxes fit.")]
    [InlineData("No order is released on Friday.", "Orders are not released on Friday.")]
    [InlineData("The account is closed for new orders.", "The account is not open for new orders.")]
    [InlineData("The driver must sign the delivery note.", "The driver has to sign the delivery note.")]
    [InlineData("The driver does not have to sign the delivery note.", "The driver need not sign the delivery note.")]
    [InlineData("The price is valid until 31 March.", "The price is not valid after 31 March.")]
    [InlineData("40 boxes are free and none is reserved.", "Of the boxes 40 are free; none is reserved.")]
    [InlineData("Deliveries from Kugel arrive on Monday.", "Deliveries by Kugel arrive on Monday.")]
    [InlineData("Not only pallets but also boxes are counted.", "Pallets and boxes are counted.")]
    public void One_that_says_the_same_in_other_words_is_not(string sentence, string source)
        => Assert.Null(SenseCheck.Against(sentence, [source, "Opening hours are from 8:00 to 17:00 on working days."]));

    [Fact]
    public void A_sentence_is_not_judged_by_a_source_that_speaks_of_something_else()
        => Assert.Null(SenseCheck.Against("Order S00042 is not released.", ["Invoices are paid within 30 days.", "Lyon has 40 boxes."]));

    [Fact]
    public void Where_one_source_says_so_another_that_denies_it_does_not_make_it_fall()
        => Assert.Null(SenseCheck.Against("Forklifts are allowed in aisle 4.", ["Forklifts are not allowed in aisle 4 at night.", "Forklifts are allowed in aisle 4."]));

    /// <summary>The company's own documents: what keeps the sense passes, what turns it round is found.</summary>
    [Fact]
    public void In_the_company_s_documents_nothing_true_falls_and_what_is_turned_round_is_found()
    {
        var passages = Directory.EnumerateFiles(RepositoryRoot.Join("knowledge"), "*.md", SearchOption.AllDirectories)
            .Select(f => Regex.Split(File.ReadAllText(f).ReplaceLineEndings(" "), @"(?<=[.!?])\s+|\s#+\s|\s[-*]\s|\|").Select(s => s.Trim(' ', '*', '-', '#')).Where(s => s.Length > 25).ToList()).ToList();
        var (kept, fell, turned, found) = (0, new List<string>(), 0, 0);
        var missed = new List<string>();
        foreach (var passage in passages)
        {
            foreach (var sentence in passage)
            {
                foreach (var same in Same(sentence))
                {
                    kept++;
                    if (SenseCheck.Against(same, passage) is { } against)
                    {
                        fell.Add($"{same} // {against}");
                    }
                }

                foreach (var other in Turned(sentence))
                {
                    turned++;
                    if (SenseCheck.Against(other, passage) is null)
                    {
                        missed.Add(other);
                    }
                    else
                    {
                        found++;
                    }
                }
            }
        }

        output.WriteLine($"{kept} true sentences, {fell.Count} fell; {turned} turned round, {found} found");
        fell.Take(20).ToList().ForEach(output.WriteLine);
        missed.Take(40).ToList().ForEach(m => output.WriteLine("missed: " + m));
        Assert.True(kept > 500 && turned > 100, $"{kept} and {turned} sentences");
        Assert.Empty(fell);
        Assert.True(found >= turned * 0.85, $"{found} of {turned} found");
    }

    /// <summary>What a good writer may do with a sentence.</summary>
    private static IEnumerable<string> Same(string sentence)
    {
        yield return sentence;
        yield return "According to the procedure, " + char.ToLowerInvariant(sentence[0]) + sentence[1..];
        string[][] pairs =
        [
            ["do not", "don't"], ["must not", "may not"], ["no later than", "at the latest"], ["at least", "no less than"], ["at most", "no more than"], ["up to", "at most"], ["must", "has to"], ["must", "shall"],
            ["cannot", "can not"], ["is not", "isn't"], ["are not", "aren't"], ["more than", "over"], ["before", "prior to"], ["after", "following"],
        ];
        foreach (var pair in pairs.Where(p => Regex.IsMatch(sentence, $@"\b{p[0]}\b")))
        {
            yield return Regex.Replace(sentence, $@"\b{pair[0]}\b", pair[1]);
        }

        if (sentence.IndexOf(", ", StringComparison.Ordinal) is var comma and > 40)
        {
            yield return sentence[..comma] + ".";
        }
    }

    /// <summary>What a model that lies with true words does: each figure and name stays.</summary>
    private static IEnumerable<string> Turned(string sentence)
    {
        string[][] pairs =
        [
            [@"\b(is|are|must|may|can) (?!not\b|no\b|at\b)", "$1 not "], [@"\b(do|does|is|are|must|may|can) not ", "$1 "], [@"\bat least (?=\d)", "at most "], [@"\bat most (?=\d)", "at least "], [@"\bwithin (?=\d)", "after "],
            [@"\bmore than (?=\d)", "less than "], [@"\bunder (?=\d)", "over "], [@"\bwithout ", "with "],
        ];

        // Only sentences with one such place: turning one of two may keep the sense.
        var markers = Regex.Count(sentence, @"\b(is|are|must|may|can|not|no|never|without|before|after|within|until|unless|only|if|when|and|or|at least|at most|more than|but)\b");
        foreach (var pair in pairs.Where(_ => markers is > 0 and <= 2))
        {
            if (Regex.Count(sentence, pair[0]) == 1)
            {
                yield return Regex.Replace(sentence, pair[0], pair[1]);
            }
        }
    }
}
