using Copilot.Contracts;
using Copilot.Governance.Masking;
using Copilot.Governance.Masking.Finding;
using Copilot.Governance.Masking.Persons;
using Copilot.Governance.Policies.Rulebook;

namespace Copilot.ThoroughTests.Governance.Masking;

/// <summary>The finders of a mask, to see what they take for what.</summary>
internal sealed class MaskProbe
{
    private readonly NumberFinder numbers;
    private readonly PersonFinder persons;

    public MaskProbe(PolicyFile policies, EntityNames names)
    {
        var letters = new NameLetters();
        numbers = new NumberFinder(policies.Cloud.Hidden, policies.PersonalNumbers);
        persons = new PersonFinder(new PersonIndex(names, letters), letters);
    }

    /// <summary>What would be hidden in a text.</summary>
    public IEnumerable<(MaskClass Kind, string Value)> Find(string text)
    {
        var found = new List<Found>();
        SecretFinder.Find(text, found);
        EmailFinder.Find(text, found);
        numbers.Find(text, found);
        persons.Find(text, found);
        return found.Select(f => (f.Kind, text.Substring(f.Start, f.Length)));
    }
}
