namespace Copilot.Contracts;

/// <summary>The mask of one turn for one model. A placeholder is one word without spaces or sentence marks, so that text can be cut into sentences first.</summary>
public interface IMask
{
    /// <summary>Puts placeholders in the place of what must not leave.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text as it may leave.</returns>
    string Hide(string text);

    /// <summary>Puts the values back. Placeholders that this mask did not give out stay as they are.</summary>
    /// <param name="text">Whole words of a model's text.</param>
    /// <returns>The text for the caller.</returns>
    string Restore(string text);

    /// <summary>Gets how many different values were hidden, by class (<c>email</c>, <c>iban</c>…), for the audit; never the values.</summary>
    IReadOnlyDictionary<string, int> Counts { get; }
}
