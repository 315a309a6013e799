namespace Copilot.Contracts;

/// <summary>Figures that can be unusual. Implemented by the room that speaks with the ERP, asked by the calculator; everything is read with the caller's own rights.</summary>
public interface IObservedSource
{
    /// <summary>Gets the most outside round trips it takes, whatever the number of rows.</summary>
    int RoundTrips { get; }

    /// <summary>Reads figures of some kinds; kinds that the caller may not see are left out and told.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="kinds">Which kinds.</param>
    /// <param name="scope">A product, customer or supplier that the question is about; the others are read too, to compare with.</param>
    /// <param name="from">The first day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The figures, or how the call ends without.</returns>
    Task<Sourced<ObservedBook>> ReadAsync(ToolContext context, IReadOnlyList<ObservedKind> kinds, DemandScope scope, DateOnly from, CancellationToken cancellationToken);
}
