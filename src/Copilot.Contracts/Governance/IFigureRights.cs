namespace Copilot.Contracts;

/// <summary>
/// Keeps prices, costs and margins from roles that may not see them, whatever the business system shows. Implemented by Governance; Odoo leaves the
/// fields out, Conversation and Host hide what stands in text.
/// </summary>
public interface IFigureRights
{
    /// <summary>Says what a caller may not see: what is kept from each of the caller's roles.</summary>
    /// <param name="caller">Who asks.</param>
    /// <returns>The kinds; empty for most.</returns>
    IReadOnlySet<MoneyKind> HiddenFrom(Caller caller);

    /// <summary>Hides figures in what a tool found: sentences, evidence, cards. Says so in the result.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="result">What was found.</param>
    /// <returns>The same without the figures.</returns>
    ToolResult Screen(Caller caller, ToolResult result);

    /// <summary>Hides figures in a text.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="text">Any text.</param>
    /// <returns>The same without the figures.</returns>
    string Screen(Caller caller, string text);
}
