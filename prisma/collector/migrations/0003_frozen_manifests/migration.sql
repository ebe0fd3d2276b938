-- A round moves on; its manifest, signatures, questionnaire and totals never change under the operator's hand.
REVOKE UPDATE ON release.rounds FROM sorti_operator;
GRANT UPDATE (state, issued, receiving_stops) ON release.rounds TO sorti_operator;
