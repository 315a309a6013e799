namespace Copilot.Contracts;

/// <summary>Says with which ERP account a caller works. Implemented by Host (Identity), asked by Odoo.</summary>
public interface IErpCredentials
{
    /// <summary>Gets the caller's own account.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The account.</returns>
    /// <exception cref="CopilotException">The caller has no ERP account linked.</exception>
    ValueTask<ErpCredential> ForAsync(Caller caller, CancellationToken cancellationToken);
}
