using Copilot.Contracts;

namespace Copilot.Host.Channels.Rest;

/// <summary>Hides figures in an opened source and finds the cited passage again in what is left.</summary>
internal static class ScreenedSource
{
    /// <summary>What people are told when something was hidden.</summary>
    public const string Note = "Figures that your role does not see are hidden.";

    /// <summary>Screens the text and the values.</summary>
    /// <param name="view">The source.</param>
    /// <param name="screen">Hides figures in a text.</param>
    /// <returns>The same view where nothing had to be hidden.</returns>
    public static SourceView Of(SourceView view, Func<string, string> screen)
        => OfText(OfFacts(view, screen), screen);

    private static SourceView OfText(SourceView view, Func<string, string> screen)
    {
        if (view.Text is not { } whole || screen(whole) is var text && text == whole)
        {
            return view;
        }

        // Offsets are counted in the text as it is; they are counted anew where the parts around the passage are screened as the whole is.
        if (view.Place is { } place && place.Start >= view.TextStart && place.Start <= place.End && place.End - view.TextStart <= whole.Length)
        {
            var (start, end) = (place.Start - view.TextStart, place.End - view.TextStart);
            var (before, passage, after) = (screen(whole[..start]), screen(whole[start..end]), screen(whole[end..]));
            if (before + passage + after == text)
            {
                var from = view.TextStart + before.Length;
                return Hidden(view, text) with { Place = place with { Start = from, End = from + passage.Length } };
            }
        }

        return Hidden(view, text) with { Place = null };
    }

    /// <summary>A value is judged as a sentence that names it would be; arithmetic with a hidden value is not shown at all.</summary>
    private static SourceView OfFacts(SourceView view, Func<string, string> screen)
    {
        List<Fact> facts = [.. view.Facts.Where(f => !IsHidden(f, screen)).Select(f => f.Kind == FactKind.Text && screen(f.Value) is var value && value != f.Value ? f with { Value = value } : f)];
        var calculation = view.Calculation is { } c && c.Inputs.Append(c.Result).Any(f => IsHidden(f, screen)) ? null : view.Calculation;
        return facts.SequenceEqual(view.Facts) && ReferenceEquals(calculation, view.Calculation) ? view : view with { Facts = facts, Calculation = calculation, Notes = [.. view.Notes, Note] };
    }

    private static bool IsHidden(Fact fact, Func<string, string> screen)
        => fact.Kind is FactKind.Money or FactKind.Percent && $"{fact.Name}: {fact.Value} {(fact.Kind == FactKind.Percent ? "%" : fact.Unit)}" is var said && screen(said) != said;

    private static SourceView Hidden(SourceView view, string text)
        => view with { Text = text, TextLength = view.TextLength - view.Text!.Length + text.Length, Notes = [.. view.Notes.Append(Note).Distinct()] };
}
