using System.Linq.Expressions;

namespace Disclosure.Core.Common;

/// <summary>
/// Puts an expression in the place of a parameter, so that a condition written for one shape of rows can be asked of another.
/// </summary>
internal sealed class ParameterReplacement(ParameterExpression from, Expression to) : ExpressionVisitor
{
    /// <inheritdoc/>
    protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
}
