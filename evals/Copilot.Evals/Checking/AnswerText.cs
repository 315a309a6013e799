using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Copilot.Contracts;

namespace Copilot.Evals.Checking;

/// <summary>What a person reads in a turn: the answer and its cards, spelt in one way so that formatting does not matter.</summary>
internal sealed class AnswerText
{
    private static readonly Regex Marks = new(@"\[S\d+(\s*,\s*S\d+)*\]", RegexOptions.CultureInvariant);
    private static readonly Regex Grouping = new(@"(?<=\d)[,' ](?=\d{3}(?!\d))", RegexOptions.CultureInvariant);
    private static readonly Regex Spaces = new(@"\s+", RegexOptions.CultureInvariant);
    private static readonly Regex BeforeSign = new(@"(?<=\d) (?=[%°])|(?<=€) (?=\d)", RegexOptions.CultureInvariant);
    private static readonly Regex Figures = new(@"(?<![\w.,]|[a-z]-|[a-z0-9]*[a-z][a-z0-9]*-)-?€?\d+(?:\.\d+)?(?![\w])", RegexOptions.CultureInvariant);

    /// <summary>Reads a turn.</summary>
    public AnswerText(Turn turn)
    {
        var text = new StringBuilder(Marks.Replace(turn.Answer, string.Empty));
        foreach (var card in turn.Cards)
        {
            Write(text, card);
        }

        Text = Plain(text.ToString());
        Numbers = [.. Figures.Matches(Text).Select(m => decimal.Parse(m.Value.Replace("€", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture))];
    }

    /// <summary>Gets the text in lower case, with plain spaces and ungrouped numbers.</summary>
    public string Text { get; }

    /// <summary>Gets the numbers in it.</summary>
    public IReadOnlyList<decimal> Numbers { get; }

    /// <summary>Spells a text in the same way.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            plain.Append(c switch
            {
                '\u00A0' or '\u2009' or '\u202F' or '\u2007' => ' ',
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
                '\u2018' or '\u2019' => '\'',
                '*' or '`' => '\0',
                _ => char.ToLowerInvariant(c),
            });
        }

        var spaced = Spaces.Replace(plain.ToString().Replace("\0", string.Empty, StringComparison.Ordinal), " ");
        return BeforeSign.Replace(Grouping.Replace(spaced, string.Empty), string.Empty);
    }

    private static void Write(StringBuilder text, Card card)
    {
        text.Append('\n').Append(card.Title).Append('\n');
        switch (card)
        {
            case TableCard table:
                text.AppendJoin(" ; ", table.Columns.Select(c => c.Label)).Append('\n');
                foreach (var row in table.Rows)
                {
                    text.AppendJoin(" ; ", row.Select(Cell)).Append('\n');
                }

                break;
            case KeyFiguresCard figures:
                text.AppendJoin('\n', figures.Items.Select(i => $"{i.Label}: {i.Value} {i.Unit}"));
                break;
            case RecordCard record:
                text.AppendJoin('\n', record.Fields.Select(f => $"{f.Name}: {f.Value} {f.Unit}"));
                break;
            case ChartCard chart:
                text.AppendJoin(" ; ", chart.Labels).Append('\n');
                text.AppendJoin('\n', chart.Series.Select(s => s.Name + " " + string.Join(" ; ", s.Values.Select(v => v?.ToString(CultureInfo.InvariantCulture)))));
                break;
            case ProposalCard proposal:
                text.Append(proposal.Proposal.Summary);
                break;
        }
    }

    private static string Cell(JsonValue? value) => value?.ToString() ?? string.Empty;
}
