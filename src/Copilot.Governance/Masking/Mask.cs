using System.Text;
using Copilot.Contracts;
using Copilot.Governance.Masking.Finding;
using Copilot.Governance.Masking.Persons;
using Copilot.Governance.Policies.Rulebook;

namespace Copilot.Governance.Masking;

/// <summary>The mask of one turn for one model.</summary>
internal sealed class Mask : IMask
{
    private const int FewestSigns = 6;

    private readonly TurnRequest request;
    private readonly ModelRules rules;
    private readonly MaskKey key;
    private readonly NumberFinder numbers;
    private readonly MoneyFinder money;
    private readonly PersonFinder? persons;
    private readonly Dictionary<(MaskClass Kind, string Key), string> placeholders = [];
    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Found> found = [];

    public Mask(TurnRequest request, ModelRules rules, PolicyFile policies, MaskKey key, PersonFinder? persons)
    {
        (this.request, this.rules, this.key, this.persons) = (request, rules, key, persons);
        numbers = new NumberFinder(rules.Hidden, policies.PersonalNumbers);
        money = new MoneyFinder(rules.Hidden);
    }

    public IReadOnlyDictionary<string, int> Counts
        => placeholders.Keys.GroupBy(k => k.Kind).ToDictionary(g => MaskWords.NameOf(g.Key), g => g.Count());

    public string Hide(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        found.Clear();
        Find(text);
        if (found.Count == 0)
        {
            return text;
        }

        // The earliest first, of those the longest: what lies within another is hidden with it.
        found.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        var hidden = new StringBuilder(text.Length + 64);
        var at = 0;
        foreach (var hit in found)
        {
            if (hit.End <= at)
            {
                continue;
            }

            // Where two overlap, what sticks out of the first is hidden on its own.
            var start = Math.Max(hit.Start, at);
            var value = text[start..hit.End];
            if (values.ContainsKey(value) || (start > hit.Start && string.IsNullOrWhiteSpace(value)))
            {
                continue;
            }

            hidden.Append(text, at, start - at).Append(Placeholder(hit.Kind, start == hit.Start ? hit.Key ?? value : value, value));
            at = hit.End;
        }

        return hidden.Append(text, at, text.Length - at).ToString();
    }

    public string Restore(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return values.Count == 0 || !text.Contains('_', StringComparison.Ordinal) ? text : PlaceholderText.Replace(text, values);
    }

    private void Find(string text)
    {
        if (rules.Hidden.Contains(MaskClass.Secret))
        {
            SecretFinder.Find(text, found);
        }

        if (rules.Hidden.Contains(MaskClass.Email))
        {
            EmailFinder.Find(text, found);
        }

        numbers.Find(text, found);
        money.Find(text, found);
        persons?.Find(text, found);
    }

    private string Placeholder(MaskClass kind, string valueKey, string value)
    {
        if (placeholders.TryGetValue((kind, valueKey), out var known))
        {
            return known;
        }

        var signs = key.SignsOf(request, kind, valueKey);
        var length = FewestSigns;
        string made;
        do
        {
            // Two values with the same signs: the later one gets more of its own.
            made = $"{MaskWords.PrefixOf(kind)}_{signs[..length]}";
            length++;
        }
        while (values.ContainsKey(made) && length <= signs.Length);

        placeholders[(kind, valueKey)] = made;
        values[made] = kind == MaskClass.Person ? valueKey : value;
        return made;
    }
}
