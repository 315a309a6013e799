namespace Copilot.Contracts;

/// <summary>Asks the business system itself whether a person may sign in. Implemented by Odoo, asked by Host when somebody links an account.</summary>
public interface IErpSignIn
{
    /// <summary>Checks an API key now, without what was remembered of it.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="credential">Login and API key.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Who it is.</returns>
    /// <exception cref="CopilotException">The business system refused, or could not be asked; the message says what to do.</exception>
    Task<ErpIdentity> WithKeyAsync(string tenant, ErpCredential credential, CancellationToken cancellationToken);

    /// <summary>Signs in with a password and has an API key made, so that nobody needs to keep the password.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="credential">Login and password.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Who it is, with the new key.</returns>
    /// <exception cref="CopilotException">The business system refused, could not be asked or makes no key; the message says what to do.</exception>
    Task<ErpIdentity> WithPasswordAsync(string tenant, ErpCredential credential, CancellationToken cancellationToken);
}
